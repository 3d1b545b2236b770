namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>A delegate that no code of the program has put where it is called is told by ECRM9002, and not passed over in silence.</summary>
public sealed class UnknownListenerTests
{
    private const string List = "public class List { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.{|ECRM9002:Email|}); } ";

    [Theory]
    [InlineData("static property", "public static Action<string>? F { get; set; } void M(Contact c) => F?.Invoke(c.{|ECRM9002:Email|});")]
    [InlineData("static event", "public static event Action<string>? Added; void M(Contact c) => Added?.Invoke(c.{|ECRM9002:Email|});")]
    [InlineData("static property, in a helper", "public static Action<string>? F { get; set; } static void Tell(string s) => F?.Invoke({|ECRM9002:s|}); void M(Contact c) => Tell(c.Email);")]
    [InlineData("static list", "public static List<Action<string>> All { get; } = new(); void M(Contact c) { foreach (var f in All) f(c.{|ECRM9002:Email|}); }")]
    [InlineData("another static is set", "public static Action<string>? F { get; set; } static Action<string>? G; static void Set() => G = Mailer.Send; void M(Contact c) { F?.Invoke(c.{|ECRM9002:Email|}); G?.Invoke(c.Name); }")]
    [InlineData("event of an object that is handed in", List + "public void M(Contact c, List l) => l.Add(c);")]
    [InlineData("event of an object that nobody here makes", "public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.{|ECRM9002:Email|});")]
    [InlineData("event of a service, in a helper", "public event Action<string>? Added; void Raise(string s) => Added?.Invoke({|ECRM9002:s|}); public void Add(Contact c) => Raise(c.Email);")]
    [InlineData("event of a service that another uses", "public void M(Contact c) => new User(this).Do(c);", "public class Hub { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.{|ECRM9002:Email|}); } public class Runner(Hub hub) { public void Do(Contact c) => hub.Add(c); } public class User(Job j) { public void Do(Contact c) => GC.KeepAlive(j); }")]
    [InlineData("object that a method from elsewhere hands out", List + "static List Get(IServiceProvider p) => (List)p.GetService(typeof(List))!; void M(Contact c, IServiceProvider p) => Get(p).Add(c);")]
    [InlineData("function that is handed in to a method that calls itself", "public void Each(Contact c, int n, Action<string> f) { f(c.{|ECRM9002:Email|}); if (n > 0) Each(c, n - 1, f); }")]
    [InlineData("function that is handed in to two methods that call each other", "public void Each(Contact c, int n, Action<string> f) { f(c.{|ECRM9002:Email|}); Other(c, n, f); } public void Other(Contact c, int n, Action<string> f) { if (n > 0) Each(c, n - 1, f); }")]
    public Task WhoListensFromElsewhere_IsTold(string form, string members, string types = "") => Flow.VerifyAsync(form, members, unconcluded: 1, types: types);

    [Theory]
    [InlineData("static property that is set", "static Action<string>? F { get; set; } static void Own(string s) { } static void Set() => F = Own; void M(Contact c) => F?.Invoke(c.Email);")]
    [InlineData("event that is listened to", "static event Action<string>? Added; static void Own(string s) { } static void Set() => Added += Own; void M(Contact c) => Added?.Invoke(c.Email);")]
    [InlineData("value without a label", "public static Action<string>? F { get; set; } void M(Contact c) { GC.KeepAlive(c.Email); F?.Invoke(c.Name); }")]
    [InlineData("object that is made here", "class List { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.Email); } void M(Contact c) { var l = new List(); l.Add(c); }")]
    [InlineData("event of a service to which another listens", "public void M(Contact c) { }", "public class Hub { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.Email); } public class Ear(Hub hub) { public void Start() => hub.Added += Own; static void Own(string s) { } } public class Runner(Hub hub) { public void Do(Contact c) => hub.Add(c); }")]
    public Task WhoListensHere_IsKnown(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("service", "public void M(Contact c) { }", "public class Hub { public event Action<string>? Added; public void Add(Contact c) => Added?.Invoke(c.{|ECRM2002:Email|}); } public class Ear(Hub hub) { public void Start() => hub.Added += Mailer.Send; } public class Runner(Hub hub) { public void Do(Contact c) => hub.Add(c); }")]
    [InlineData("service that itself listens", "public void M(Contact c) { }", "public class Hub { public event Action<string>? Added; public void Start() => Added += Mailer.Send; public void Add(Contact c) => Added?.Invoke(c.{|ECRM2002:Email|}); }")]
    public Task WhoListensToAService_GetsWhatItIsRaisedWith(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);
}
