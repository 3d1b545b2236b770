namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2003 in functions that lie in members and events: what they read where nothing is declared, they read for whoever calls what lies there.</summary>
public sealed class KeptFunctionReadTests
{
    private const string For = "[ForPurpose(\"marketing\")] ";
    private const string Of = "static void Of(Contact c) => GC.KeepAlive(c.{|ECRM2003:Email|}); ";
    private const string Silent = "static void Of(Contact c) => GC.KeepAlive(c.Email); ";
    private const string Steps = "static void Of(IStep s, Contact c) => s.Do(c); ";
    private const string Types = "public interface IStep { void Do(Contact c); } public class Step : IStep { public void Do(Contact c) => GC.KeepAlive(c.{|ECRM2003:Email|}); } public class Easy : IStep { public void Do(Contact c) => GC.KeepAlive(c.Name); } ";
    private const string Hook = "public class Hook { public Action<Contact>? F { get; set; } public Action<Contact>? G { get; set; } public void Go(Contact c) => F?.Invoke(c); }";

    [Theory]
    [InlineData("field", "Action<Contact> f = Of; " + Of + For + "void M(Contact c) => f(c);", "")]
    [InlineData("event", "event Action<Contact>? E; public Job() { E += Of; } " + Of + For + "void M(Contact c) => E?.Invoke(c);", "")]
    [InlineData("event, lambda", "event Action<Contact>? E; public Job() { E += c => GC.KeepAlive(c.{|ECRM2003:Email|}); } " + For + "void M(Contact c) => E?.Invoke(c);", "")]
    [InlineData("field, lambda", "Action<IStep, Contact> f = (s, c) => s.Do(c); " + For + "void M(Contact c) => f(new Step(), c);", Types)]
    [InlineData("field, what it calls", "Action<IStep, Contact> f = Of; " + Steps + For + "void M(Contact c) => f(new Step(), c);", Types)]
    [InlineData("event, what it calls", "event Action<IStep, Contact>? E; public Job() { E += Of; } " + Steps + For + "void M(Contact c) => E?.Invoke(new Step(), c);", Types)]
    [InlineData("static table", "static readonly Dictionary<string, Action<IStep, Contact>> All = new() { [\"a\"] = Of }; " + Steps + For + "void M(Contact c) => All[\"a\"](new Step(), c);", Types)]
    [InlineData("list", "readonly List<Action<Contact>> all = new() { Of }; " + Of + For + "void M(Contact c) { foreach (var f in all) f(c); }", "")]
    [InlineData("static member", "static Action<Contact>? F; public static void Start() => F = Of; " + Of + For + "void M(Contact c) => F?.Invoke(c);", "")]
    [InlineData("property of another object", Of + "void S(Hook h) => h.F = Of; " + For + "void M(Contact c, Hook h) => h.F?.Invoke(c);", Hook)]
    [InlineData("raised in a helper", "event Action<Contact>? E; public Job() { E += Of; } " + Of + "void Raise(Contact c) => E?.Invoke(c); " + For + "void M(Contact c) => Raise(c);", "")]
    [InlineData("raised two helpers away", "event Action<Contact>? E; public Job() { E += Of; } " + Of + "void Raise(Contact c) => E?.Invoke(c); void Two(Contact c) => Raise(c); " + For + "void M(Contact c) => Two(c);", "")]
    [InlineData("called by the object that has it", Of + "void S(Hook h) => h.F = Of; " + For + "void M(Contact c, Hook h) => h.Go(c);", Hook)]
    [InlineData("list, added by another method", "readonly List<Action<Contact>> all = new(); public void Add() => all.Add(Of); " + Of + For + "void M(Contact c) { foreach (var f in all) f(c); }", "")]
    [InlineData("in an object made here", "event Action<Contact>? E; public Job() { E += Of; } " + Of + "void Raise(Contact c) => E?.Invoke(c); " + For + "static void M(Contact c) { new Job().Raise(c); }", "")]
    public Task FunctionInAMember_ReadsForWhoeverCallsIt(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("other member", Silent + "void S(Hook h) => h.F = Of; " + For + "void M(Contact c, Hook h) => h.G?.Invoke(c);")]
    [InlineData("handler that declares its purpose", "[ForPurpose(\"support\")] " + Silent + "void S(Hook h) => h.F = Of; " + For + "void M(Contact c, Hook h) => h.F?.Invoke(c);")]
    [InlineData("called for its purpose", Silent + "void S(Hook h) => h.F = Of; [ForPurpose(\"support\")] void M(Contact c, Hook h) => h.F?.Invoke(c);")]
    [InlineData("called for nothing", "event Action<Contact>? E; public Job() { E += Of; } " + Silent + "void M(Contact c) => E?.Invoke(c);")]
    [InlineData("only asked whether it is there", "event Action<Contact>? E; public Job() { E += Of; } " + Silent + For + "bool M() => E is null;")]
    [InlineData("two objects of one helper", Silent + "static void No(Contact c) => GC.KeepAlive(c.Name); [ForPurpose(\"support\")] void S(Contact c) { var h = new Hook(); h.F = Of; h.Go(c); } " + For + "void M(Contact c) { var h = new Hook(); h.F = No; h.Go(c); }")]
    public Task FunctionThatIsNotCalledForTheWrongPurpose_IsSilent(string form, string members) => Flow.VerifyAsync(form, members, types: Hook);

    /// <summary>In which object a function lies is not looked at where nobody here hands over the object, or the code that calls it declares a purpose.</summary>
    [Fact]
    public Task FalseAlarm_FunctionThatLiesInAnotherObject()
        => Flow.VerifyAsync("other object", Of + "static void No(Contact c) => GC.KeepAlive(c.Name); static readonly Hook One = new() { F = Of }; static readonly Hook Two = new() { F = No }; " + For + "void M(Contact c, Hook h) => h.F?.Invoke(c);", types: Hook);
}
