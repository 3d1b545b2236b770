namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Which of several registrations counts: only what the text shows beyond doubt takes another one out.</summary>
public sealed class ContainerOrderTests
{
    private const string Told = "public class Issue(IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); } ";
    private const string Configuring = " namespace Microsoft.Extensions.DependencyInjection { public static class Configuring { public static IServiceCollection Configure<T>(this IServiceCollection s, Action<T> f) => s; } }";
    private const string Repos = "public interface IRepo<T> { string Get(Contact c); } public class News<T> : IRepo<T> { public string Get(Contact c) => \"x\"; } public class Tick<T> : IRepo<T> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<Contact> book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); } ";

    [Theory]
    [InlineData("extension that builds", "s.AddSingleton<IBook, TicketBook>(); s.AddReport(new Contact()); s.AddSingleton<IBook, NewsBook>();", "public class Issue(IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); } static class X { public static void AddReport(this IServiceCollection s, Contact c) { s.AddSingleton<Issue>(); s.BuildServiceProvider().GetRequiredService<Issue>().Send(c); } }")]
    [InlineData("local function that builds", "s.AddSingleton<IBook, TicketBook>(); Build(); s.AddSingleton<IBook, NewsBook>(); void Build() => s.BuildServiceProvider().GetRequiredService<Issue>();", Told)]
    [InlineData("alias that builds", "var u = s; s.AddSingleton<IBook, TicketBook>(); u.BuildServiceProvider(); s.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("field that builds", "", Told + "class H { readonly ServiceCollection all = new(); void Run() { all.AddSingleton<IBook, TicketBook>(); Build(); all.AddSingleton<IBook, NewsBook>(); Build(); } void Build() => all.BuildServiceProvider(); }")]
    [InlineData("try catch", "try { s.AddSingleton<IBook, TicketBook>(); int.Parse(t.Name); s.AddSingleton<IBook, NewsBook>(); } catch (FormatException) { }", Told)]
    [InlineData("removeall by own name", "s.AddSingleton<IBook, TicketBook>(); s.RemoveAllOld(); s.AddSingleton<IBook, NewsBook>();", Told + "static class X { public static void RemoveAllOld(this IServiceCollection s) { s.BuildServiceProvider(); } }")]
    public Task ContainerThatMayBeBuiltBetweenTwo_HasTheFirst(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);

    [Theory]
    [InlineData("calls of the framework", "s.AddSingleton<IBook, TicketBook>(); var n = int.Parse(t.Name); Console.WriteLine(t.Name.StartsWith(\"x\") ? n : 0); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("an instance of a class without constructor", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook>(new NewsBook());")]
    [InlineData("an instance of a class with a constant", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton(new Settings()); s.AddSingleton<IBook, NewsBook>(); s.AddSingleton(Make); static Version Make(IServiceProvider p) => new();")]
    [InlineData("a factory that runs later", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook>(p => Make()); static NewsBook Make() => new();")]
    [InlineData("finally", "try { s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>(); } finally { Console.WriteLine(); }")]
    [InlineData("handlers before", "try { s.AddSingleton<IBook, TicketBook>(); int.Parse(t.Name); } catch (FormatException) { } s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("chain", "s.AddSingleton<IBook, TicketBook>().AddSingleton<Version>().AddSingleton<IBook, NewsBook>();")]
    [InlineData("chain kept", "s = s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("try behind in a chain", "s.AddSingleton<IBook, NewsBook>().TryAddSingleton<IBook, TicketBook>();")]
    [InlineData("local collection", "var all = new ServiceCollection(); all.AddSingleton<IBook, TicketBook>(); all.AddSingleton<IBook, NewsBook>();")]
    public Task RegistrationThatIsAlwaysReplaced_IsSilent(string form, string registering) => Container.VerifyAsync(form, registering, "public class Issue(IBook book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); } public class Settings { public int Most { get; set; } = 3; } ");

    [Theory]
    [InlineData("function for the framework", "s.AddSingleton<IBook, TicketBook>(); new List<int> { 1 }.ForEach(_ => s.BuildServiceProvider()); s.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("function that configures at once", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<Version>().AddLater(() => s.BuildServiceProvider()); s.AddSingleton<IBook, NewsBook>();", Told + "static class X { public static void AddLater(this IServiceCollection s, Action f) => f(); }")]
    [InlineData("constructor", "s.AddSingleton<IBook, TicketBook>(); _ = new Report(s); s.AddSingleton<IBook, NewsBook>();", Told + "class Report { public Report(IServiceCollection s) => s.BuildServiceProvider(); }")]
    [InlineData("initializer", "s.AddSingleton<IBook, TicketBook>(); W.All = s; s.AddSingleton(new Warm()); s.AddSingleton<IBook, NewsBook>();", Told + "static class W { public static IServiceCollection? All; } class Warm { public readonly object P = W.All!.BuildServiceProvider(); }")]
    [InlineData("constructor of the base", "s.AddSingleton<IBook, TicketBook>(); W.All = s; s.AddSingleton(new Warm()); s.AddSingleton<IBook, NewsBook>();", Told + "static class W { public static IServiceCollection? All; } class Base { public Base() => W.All!.BuildServiceProvider(); } class Warm : Base;")]
    [InlineData("method that is handed over", "s.AddSingleton<IBook, TicketBook>(); W.All = s; s.Configure<Version>(W.Build); s.AddSingleton<IBook, NewsBook>();", Told + "static class W { public static IServiceCollection? All; public static void Build(Version v) => All!.BuildServiceProvider(); }" + Configuring)]
    [InlineData("property", "s.AddSingleton<IBook, TicketBook>(); W.All = s; _ = W.Book; s.AddSingleton<IBook, NewsBook>();", Told + "static class W { public static IServiceCollection? All; public static object Book => All!.BuildServiceProvider(); }")]
    [InlineData("argument in a chain", "s.AddSingleton<IBook, TicketBook>().AddSingleton<object>(s.BuildServiceProvider()).AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("delegate", "Action build = () => s.BuildServiceProvider(); s.AddSingleton<IBook, TicketBook>(); build(); s.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("renewed", "s.AddSingleton<IBook, TicketBook>(); s = new ServiceCollection(); s.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("renewed by a function", "Action renew = () => s = new ServiceCollection(); s.AddSingleton<IBook, NewsBook>(); renew(); s.TryAddSingleton<IBook, TicketBook>();", Told)]
    [InlineData("renewed by out", "s.AddSingleton<IBook, TicketBook>(); new Dictionary<int, IServiceCollection>().TryGetValue(1, out s!); s.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("jumped over", "if (x) goto last; s.AddSingleton<IBook, NewsBook>(); last: s.TryAddSingleton<IBook, TicketBook>();", Told)]
    [InlineData("in a branch of an expression", "s.AddSingleton<IBook, TicketBook>(); _ = x ? s.AddSingleton<IBook, NewsBook>() : s;", Told)]
    [InlineData("field renewed by a method", "", Told + "class H { IServiceCollection all = new ServiceCollection(); void Run() { all.AddSingleton<IBook, NewsBook>(); Renew(); all.TryAddSingleton<IBook, TicketBook>(); } void Renew() => all = new ServiceCollection(); }")]
    public Task RegistrationThatMayStandAlone_IsFollowed(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);

    [Theory]
    [InlineData("builder renewed", "", Told + "class Builder { public IServiceCollection Services { get; } = new ServiceCollection(); public object Build() => this; } static class W { static void Run() { var builder = new Builder(); builder.Services.AddSingleton<IBook, NewsBook>(); builder.Build(); builder = new Builder(); builder.Services.TryAddSingleton<IBook, TicketBook>(); builder.Build(); } }")]
    public Task RegistrationThatMayBeInAnotherCollection_TakesNoneOut(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);

    [Theory]
    [InlineData("generic helper of repo, open news", "s.AddRepo<Contact>(); s.AddSingleton(typeof(IRepo<>), typeof(News<>));", Repos + "static class X { public static void AddRepo<T>(this IServiceCollection s) => s.AddSingleton<IRepo<T>, Tick<T>>(); }")]
    [InlineData("generic helper of repo, closed news", "if (x) s.AddSingleton<IRepo<Contact>, News<Contact>>(); else s.AddRepo<Contact>();", Repos + "static class X { public static void AddRepo<T>(this IServiceCollection s) => s.AddSingleton(typeof(IRepo<T>), typeof(Tick<T>)); }")]
    public Task RegistrationOfAFormThatIsNotKnown_MayBeOfAny(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);
}
