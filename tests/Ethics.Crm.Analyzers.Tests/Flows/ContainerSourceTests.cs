namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What a parameter or a member holds that a container may have put there, and somebody else too.</summary>
public sealed class ContainerSourceTests
{
    private const string Told = "public class Issue(IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); } ";

    [Theory]
    [InlineData("lambda shadows ctor param", "s.AddSingleton<IBook, NewsBook>();", "public class Issue { IBook _book; public Issue(IBook book) { _book = book; Action<IBook> f = (IBook book) => _book = book; f(new TicketBook()); } public void Send(Contact c) => Mailer.Send(_book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("local function shadows ctor param", "s.AddSingleton<IBook, NewsBook>();", "public class Issue { IBook _book; public Issue(IBook book) { _book = book; Set(new TicketBook()); void Set(IBook book) { _book = book; } } public void Send(Contact c) => Mailer.Send(_book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("params collection", "s.AddSingleton<IBook, NewsBook>();", "public class M(params IEnumerable<IBook> all) { public void Run(Contact c) { foreach (var b in all) Mailer.Send(b.{|ECRM2002:Get|}(c)); } } static class N { static void Go(Contact c) => new M(new TicketBook()).Run(c); }")]
    [InlineData("sequence registered itself", "s.AddSingleton<IEnumerable<IBook>>(new List<IBook> { new TicketBook() }); s.AddSingleton<IBook, NewsBook>();", "public class M(IEnumerable<IBook> all) { void Run(Contact c) { foreach (var b in all) Mailer.Send(b.{|ECRM2002:Get|}(c)); } }")]
    [InlineData("own GetService", "s.AddSingleton<OpenBook>(_ => new OpenBook()); s.AddSingleton<IBook>(_ => Own.GetService<OpenBook>());", Told + "public class OpenBook : IBook { public virtual string Get(Contact c) => \"\"; } public class MailBook : OpenBook { public override string Get(Contact c) => Mailer.Read(c); } static class Own { public static T GetService<T>() where T : class => (T)(object)new MailBook(); }")]
    [InlineData("key that an attribute of the program says", "s.AddSingleton<IBook, NewsBook>(); s.AddKeyedSingleton<IBook, TicketBook>(\"t\");", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class TicketAttribute() : FromKeyedServicesAttribute(\"t\"); public class Issue([Ticket] IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("form with other names", "s.AddSingleton(typeof(IRepo<>), typeof(News<>)); s.AddSingleton<IRepo<(int Id, string Name)>, Tick>();", "public interface IRepo<T> { string Get(Contact c); } public class News<T> : IRepo<T> { public string Get(Contact c) => \"x\"; } public class Tick : IRepo<(int Id, string Name)> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<(int, string)> book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("dynamic form", "s.AddSingleton(typeof(IRepo<>), typeof(News<>)); s.AddSingleton<IRepo<object>, Tick>();", "public interface IRepo<T> { string Get(Contact c); } public class News<T> : IRepo<T> { public string Get(Contact c) => \"x\"; } public class Tick : IRepo<object> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<dynamic> book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    public Task ObjectThatComesFromElsewhere_IsFollowed(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);

    [Theory]
    [InlineData("key that an attribute of the program says, no other", "s.AddSingleton<IBook, NewsBook>(); s.AddKeyedSingleton<IBook, NewsBook>(\"t\");", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class TicketAttribute() : FromKeyedServicesAttribute(\"t\"); public class Issue([Ticket] IBook book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); }")]
    [InlineData("key of the framework's own attribute", "s.AddSingleton<IBook, TicketBook>(); s.AddKeyedSingleton<IBook, NewsBook>(\"t\");", "public class Issue([FromKeyedServices(\"t\")] IBook book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); }")]
    public Task ObjectThatIsKnown_IsNotTakenForAnother(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);

    /// <summary>What an attribute of the program hands on to the attribute of the framework is not read: it may be any key.</summary>
    [Fact]
    public Task FalseAlarm_KeyThatAnAttributeOfTheProgramSays()
        => Container.VerifyAsync("other key", "s.AddKeyedSingleton<IBook, TicketBook>(\"o\"); s.AddKeyedSingleton<IBook, NewsBook>(\"t\");", "[AttributeUsage(AttributeTargets.Parameter)] public sealed class NewsAttribute() : FromKeyedServicesAttribute(\"t\"); public class Issue([News] IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }");

    /// <summary>Tuples with names and without are one type when the program runs, and so are <c>dynamic</c> and <c>object</c>: such a form may be any that is registered.</summary>
    [Theory]
    [InlineData("form with other types", "s.AddSingleton(typeof(IRepo<>), typeof(News<>)); s.AddSingleton<IRepo<(int Id, string Name)>, Tick>();", "public interface IRepo<T> { string Get(Contact c); } public class News<T> : IRepo<T> { public string Get(Contact c) => \"x\"; } public class Tick : IRepo<(int Id, string Name)> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<(int, long)> book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("other form than the dynamic one", "s.AddSingleton(typeof(IRepo<>), typeof(News<>)); s.AddSingleton<IRepo<string>, Tick>();", "public interface IRepo<T> { string Get(Contact c); } public class News<T> : IRepo<T> { public string Get(Contact c) => \"x\"; } public class Tick : IRepo<string> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<dynamic> book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    public Task FalseAlarm_FormOfSeveralNames(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);

    [Fact]
    public Task FalseNegative_FieldThatAnAccessorSets_HoldsWhatTheContainerPuts()
        => Container.VerifyAsync("accessor", "s.AddSingleton<IBook, NewsBook>();", "public class Issue { IBook _book; public Issue(IBook book) => _book = book; public void Send(Contact c) => Mailer.Send(_book.Get(c)); } static class T { [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = \"_book\")] static extern ref IBook F(Issue i); static void Go(Issue i) => F(i) = new TicketBook(); }");
}
