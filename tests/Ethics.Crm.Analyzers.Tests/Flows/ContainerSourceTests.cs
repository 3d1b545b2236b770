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
    public Task ObjectThatComesFromElsewhere_IsFollowed(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);
}
