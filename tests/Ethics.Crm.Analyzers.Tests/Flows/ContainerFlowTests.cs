namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What a call through an interface runs, where the program tells a container what to hand out for it.</summary>
public sealed class ContainerFlowTests
{
    private const string Issue = "public class Issue(IBook book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); } ";
    private const string Told = "public class Issue(IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); } ";

    [Theory]
    [InlineData("one news", "s.AddSingleton<IBook, NewsBook>();", Issue)]
    [InlineData("last news", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<Version>(); s.AddScoped<IBook, NewsBook>();", Issue)]
    [InlineData("conditional first", "if (x) s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>();", Issue)]
    [InlineData("try news", "s.AddSingleton<IBook, NewsBook>(); s.TryAddSingleton<IBook, TicketBook>();", Issue)]
    [InlineData("replace", "s.AddSingleton<IBook, TicketBook>(); s.Replace(ServiceDescriptor.Singleton<IBook, NewsBook>());", Issue)]
    [InlineData("removeall", "s.AddSingleton<IBook, TicketBook>(); s.RemoveAll<IBook>(); s.AddSingleton<IBook, NewsBook>();", Issue)]
    [InlineData("factory", "s.AddSingleton<IBook>(_ => new NewsBook());", Issue)]
    [InlineData("forward", "s.AddSingleton<NewsBook>(); s.AddSingleton<IBook>(p => p.GetRequiredService<NewsBook>());", Issue)]
    [InlineData("instance", "s.AddSingleton<IBook>(new NewsBook());", Issue)]
    [InlineData("typeof", "s.AddSingleton(typeof(IBook), typeof(NewsBook));", Issue)]
    [InlineData("field", "s.AddSingleton<IBook, NewsBook>();", "public class Issue { readonly IBook _book; public Issue(IBook book) => _book = book ?? throw new ArgumentNullException(nameof(book)); public void Send(Contact c) => Mailer.Send(_book.Get(c)); }")]
    [InlineData("base class", "s.AddSingleton<IBook, NewsBook>();", "public abstract class Base(IBook book) { protected IBook Book { get; } = book; } public class Issue(IBook b) : Base(b) { public void Send(Contact c) => Mailer.Send(Book.Get(c)); }")]
    [InlineData("locator", "s.AddSingleton<IBook, NewsBook>();", "static class M { static void Run(IServiceProvider p, Contact c) => Mailer.Send(p.GetRequiredService<IBook>().Get(c)); }")]
    [InlineData("locator all news", "s.AddSingleton<IBook, NewsBook>();", "static class M { static void Run(IServiceProvider p, Contact c) { foreach (var b in p.GetServices<IBook>()) Mailer.Send(b.Get(c)); } }")]
    [InlineData("all injected news", "s.AddSingleton<IBook, NewsBook>();", "public class M(IEnumerable<IBook> all) { void Run(Contact c) { foreach (var b in all) Mailer.Send(b.Get(c)); } }")]
    [InlineData("keyed news", "s.AddKeyedSingleton<IBook, TicketBook>(\"t\"); s.AddKeyedSingleton<IBook, NewsBook>(\"n\");", "public class Issue([FromKeyedServices(\"n\")] IBook book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); }")]
    [InlineData("keyed const", "s.AddKeyedTransient<IBook, TicketBook>(\"t\"); s.AddKeyedTransient<IBook, NewsBook>(K.N);", "static class K { public const string N = \"n\"; } public class Issue([FromKeyedServices(K.N)] IBook book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); }")]
    [InlineData("keyed beside unkeyed", "s.AddSingleton<IBook, NewsBook>(); s.AddKeyedSingleton<IBook, TicketBook>(\"t\");", Issue)]
    [InlineData("keyed locator", "s.AddKeyedSingleton<IBook, TicketBook>(\"t\"); s.AddKeyedSingleton<IBook, NewsBook>(\"n\");", "static class M { static void Run(IServiceProvider p, Contact c) => Mailer.Send(p.GetRequiredKeyedService<IBook>(\"n\").Get(c)); }")]
    [InlineData("open generic", "s.AddSingleton(typeof(IRepo<>), typeof(News<>));", "public interface IRepo<T> { string Get(Contact c); } public class News<T> : IRepo<T> { public string Get(Contact c) => \"x\"; } public class Tick<T> : IRepo<T> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<Contact> book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); }")]
    [InlineData("open beside closed", "s.AddSingleton(typeof(IRepo<>), typeof(Tick<>)); s.AddSingleton<IRepo<Contact>, News>();", "public interface IRepo<T> { string Get(Contact c); } public class News : IRepo<Contact> { public string Get(Contact c) => \"x\"; } public class Tick<T> : IRepo<T> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<Contact> book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); }")]
    [InlineData("decorator by hand", "s.AddSingleton<TicketBook>(); s.AddSingleton<IBook>(p => new PublicBook(p.GetRequiredService<TicketBook>()));", "public class PublicBook(IBook inner) : IBook { public string Get(Contact c) { GC.KeepAlive(inner.Get(c)); return \"public\"; } } " + Issue)]
    [InlineData("builder", "", Issue + "class Builder { public IServiceCollection Services { get; } = new ServiceCollection(); public string Name => \"\"; public object Build() => this; } static class W { static void Run() { var builder = new Builder(); builder.Services.AddSingleton<IBook, TicketBook>(); if (builder.Name.StartsWith('x')) builder.Services.AddSingleton<Version>(); builder.Services.AddSingleton<IBook, NewsBook>(); builder.Build(); } }")]
    [InlineData("description new", "s.AddSingleton<IBook, TicketBook>(); s.Add(new ServiceDescriptor(typeof(IBook), typeof(NewsBook), ServiceLifetime.Singleton));", Issue)]
    public Task ClassThatTheContainerDoesNotHandOut_IsSilent(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);

    [Theory]
    [InlineData("none", "", Told)]
    [InlineData("one ticket", "s.AddSingleton<IBook, TicketBook>();", Told)]
    [InlineData("last ticket", "s.AddSingleton<IBook, NewsBook>(); s.AddSingleton<IBook, TicketBook>();", Told)]
    [InlineData("conditional last", "s.AddSingleton<IBook, TicketBook>(); if (x) s.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("exit between", "s.AddSingleton<IBook, TicketBook>(); if (x) return; s.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("build between", "s.AddSingleton<IBook, TicketBook>(); using var p = s.BuildServiceProvider(); s.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("try ticket then", "s.TryAddSingleton<IBook, TicketBook>(); s.TryAddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("replaced by ticket", "s.AddSingleton<IBook, NewsBook>(); s.Replace(ServiceDescriptor.Singleton<IBook, TicketBook>());", Told)]
    [InlineData("remove at", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>(); s.RemoveAt(s.Count - 1);", Told)]
    [InlineData("two methods", "s.AddSingleton<IBook, TicketBook>();", Told + "static class Other { static void Add(IServiceCollection s) => s.AddSingleton<IBook, NewsBook>(); }")]
    [InlineData("factory ticket", "s.AddSingleton<IBook>(_ => x ? new NewsBook() : new TicketBook());", Told)]
    [InlineData("forward ticket", "s.AddSingleton<TicketBook>(); s.AddSingleton<IBook>(p => p.GetRequiredService<TicketBook>());", Told)]
    [InlineData("instance ticket", "var b = new TicketBook(); s.AddSingleton<IBook>(b);", Told)]
    [InlineData("type unknown", "s.AddSingleton(typeof(IBook), typeof(NewsBook)); s.AddSingleton(typeof(IBook), t);", Told)]
    [InlineData("loop", "s.AddSingleton<IBook, NewsBook>(); foreach (var one in typeof(Startup).Assembly.GetTypes()) s.AddSingleton(one.GetInterfaces()[0], one);", Told)]
    [InlineData("new by hand", "s.AddSingleton<IBook, NewsBook>();", Told + "static class M { static void Run(Contact c) => new Issue(new TicketBook()).Send(c); }")]
    [InlineData("activator", "s.AddSingleton<IBook, NewsBook>();", Told + "static class M { static void Run(IServiceProvider p, Contact c) => ActivatorUtilities.CreateInstance<Issue>(p, new TicketBook()).Send(c); }")]
    [InlineData("field ticket", "s.AddSingleton<IBook, TicketBook>();", "public class Issue { readonly IBook _book; public Issue(IBook book) => _book = book; public void Send(Contact c) { var b = _book; Mailer.Send(b.{|ECRM2002:Get|}(c)); } }")]
    [InlineData("field set elsewhere", "s.AddSingleton<IBook, NewsBook>();", "public class Issue { IBook _book; public Issue(IBook book) => _book = book; public void Use2() => _book = new TicketBook(); public void Send(Contact c) => Mailer.Send(_book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("field tuple", "s.AddSingleton<IBook, NewsBook>();", "public class Issue { IBook _book; int n; public Issue(IBook book) => (_book, n) = (new TicketBook(), 1); public void Send(Contact c) => Mailer.Send(_book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("param reassigned", "s.AddSingleton<IBook, NewsBook>();", "public class Issue { readonly IBook _book; public Issue(IBook book) { book = new TicketBook(); _book = book; } public void Send(Contact c) => Mailer.Send(_book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("base class other", "s.AddSingleton<IBook, NewsBook>();", "public abstract class Base(IBook book) { protected IBook Book { get; } = book; } public class Issue() : Base(new TicketBook()) { public void Send(Contact c) => Mailer.Send(Book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("locator ticket", "s.AddSingleton<IBook, TicketBook>();", "static class M { static void Run(IServiceProvider p, Contact c) { var b = p.GetService<IBook>(); if (b is not null) Mailer.Send(b.{|ECRM2002:Get|}(c)); } }")]
    [InlineData("locator all", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>();", "static class M { static void Run(IServiceProvider p, Contact c) { foreach (var b in p.GetServices<IBook>()) Mailer.Send(b.{|ECRM2002:Get|}(c)); } }")]
    [InlineData("all injected", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>();", "public class M(IEnumerable<IBook> all) { void Run(Contact c) { foreach (var b in all) Mailer.Send(b.{|ECRM2002:Get|}(c)); } }")]
    [InlineData("all field select", "s.AddSingleton<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>();", "public class M(IEnumerable<IBook> all) { readonly IBook[] books = all.ToArray(); void Run(Contact c) => Mailer.Send(string.{|ECRM2002:Join|}(\",\", books.Select(b => b.Get(c)))); }")]
    [InlineData("keyed ticket", "s.AddKeyedSingleton<IBook, TicketBook>(\"t\"); s.AddKeyedSingleton<IBook, NewsBook>(\"n\");", "public class Issue([FromKeyedServices(\"t\")] IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("keyed unknown key", "s.AddKeyedSingleton<IBook, TicketBook>(t.Name); s.AddKeyedSingleton<IBook, NewsBook>(\"n\");", "public class Issue([FromKeyedServices(\"n\")] IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("keyed any key", "s.AddKeyedSingleton<IBook, TicketBook>(KeyedService.AnyKey); s.AddKeyedSingleton<IBook, NewsBook>(\"n\");", "public class Issue([FromKeyedServices(\"n\")] IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("keyed locator ticket", "s.AddKeyedSingleton<IBook, TicketBook>(\"t\"); s.AddKeyedSingleton<IBook, NewsBook>(\"n\");", "static class M { static void Run(IServiceProvider p, Contact c) => Mailer.Send(p.GetRequiredKeyedService<IBook>(\"t\").{|ECRM2002:Get|}(c)); }")]
    [InlineData("keyed locator unknown", "s.AddKeyedSingleton<IBook, TicketBook>(\"t\"); s.AddKeyedSingleton<IBook, NewsBook>(\"n\");", "static class M { static void Run(IServiceProvider p, Contact c, string k) => Mailer.Send(p.GetRequiredKeyedService<IBook>(k).{|ECRM2002:Get|}(c)); }")]
    [InlineData("open generic ticket", "s.AddSingleton(typeof(IRepo<>), typeof(Tick<>));", "public interface IRepo<T> { string Get(Contact c); } public class News<T> : IRepo<T> { public string Get(Contact c) => \"x\"; } public class Tick<T> : IRepo<T> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<Contact> book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("open, other closed", "s.AddSingleton(typeof(IRepo<>), typeof(Tick<>)); s.AddSingleton<IRepo<int>, News>();", "public interface IRepo<T> { string Get(Contact c); } public class News : IRepo<int> { public string Get(Contact c) => \"x\"; } public class Tick<T> : IRepo<T> { public string Get(Contact c) => Mailer.Read(c); } public class Issue(IRepo<Contact> book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); }")]
    [InlineData("decorator that leaks", "s.AddSingleton<TicketBook>(); s.AddSingleton<IBook>(p => new PublicBook(p.GetRequiredService<TicketBook>()));", "public class PublicBook(IBook inner) : IBook { public string Get(Contact c) => inner.Get(c); } " + Told)]
    [InlineData("generic wrapper", "", Told + "static class W { static void R<I, T>(this IServiceCollection s) where I : class where T : class, I => s.AddSingleton<I, T>(); static void Q(IServiceCollection s) { s.R<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>(); } }")]
    [InlineData("description in a variable", "var d = ServiceDescriptor.Singleton<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>(); s.Add(d);", Told)]
    [InlineData("enumerable", "s.TryAddEnumerable(ServiceDescriptor.Singleton<IBook, TicketBook>()); s.TryAddEnumerable(new[] { ServiceDescriptor.Singleton<IBook, NewsBook>() });", "public class M(IEnumerable<IBook> all) { void Run(Contact c) { foreach (var b in all) Mailer.Send(b.{|ECRM2002:Get|}(c)); } }")]
    [InlineData("options instance of two hosts", "var a = new ServiceCollection(); a.AddSingleton<IBook, TicketBook>(); var b = new ServiceCollection(); b.AddSingleton<IBook, NewsBook>();", Told)]
    [InlineData("static call", "var a = new ServiceCollection(); ServiceCollectionServiceExtensions.AddSingleton<IBook, TicketBook>(a); ServiceCollectionServiceExtensions.AddSingleton<IBook, NewsBook>(s);", Told)]
    public Task ClassThatTheContainerMayHandOut_IsFollowed(string form, string registering, string types) => Container.VerifyAsync(form, registering, types);

    private const string Library = """
        using System; using Microsoft.Extensions.DependencyInjection;
        namespace Elsewhere
        {
            public interface IPart { string Get(string text); }
            public static class Registering
            {
                public static IServiceCollection AddElsewhere(this IServiceCollection s) => s;
                public static IServiceCollection AddNamed(this IServiceCollection s, string name, int most) => s;
                public static IServiceCollection AddOf<T>(this IServiceCollection s) => s;
                public static IServiceCollection AddWith(this IServiceCollection s, Action<IServiceCollection> f) => s;
                public static IServiceCollection AddFrom(this IServiceCollection s, System.Reflection.Assembly a) => s;
            }
        }
        """;

    private const string Parts = "public sealed class News : Elsewhere.IPart { public string Get(string text) => \"\"; } public sealed class Ticket : Elsewhere.IPart { public string Get(string text) => text; } ";

    [Theory]
    [InlineData("collection alone", "Elsewhere.Registering.AddElsewhere(s); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("text and number", "Elsewhere.Registering.AddNamed(s, \"x\", 3); s.AddSingleton<IBook, NewsBook>();")]
    public Task LibraryThatIsHandedNothingOfTheProgram_RegistersNothingForItsContracts(string form, string registering) => Container.VerifyAsync(form, registering, Issue, Library);

    [Theory]
    [InlineData("type argument", "Elsewhere.Registering.AddOf<TicketBook>(s); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("function", "Elsewhere.Registering.AddWith(s, one => { }); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("assembly", "Elsewhere.Registering.AddFrom(s, typeof(Startup).Assembly); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("as a function", "Func<IServiceCollection, IServiceCollection> f = Elsewhere.Registering.AddElsewhere; f(s); s.AddSingleton<IBook, NewsBook>();")]
    public Task LibraryThatIsHandedSomethingOfTheProgram_MayRegisterAnything(string form, string registering) => Container.VerifyAsync(form, registering, Told, Library);

    /// <summary>For a contract of its own it may have found both.</summary>
    [Fact]
    public Task LibraryThatIsHandedTheCollectionAlone_MayRegisterAnythingForItsOwnContracts()
        => Container.VerifyAsync("own contract", "Elsewhere.Registering.AddElsewhere(s); s.AddSingleton<Elsewhere.IPart, News>();", Parts + "public class Letter(Elsewhere.IPart part) { public void Send(Contact c) => Mailer.Send(part.{|ECRM2002:Get|}(c.Email)); }", Library);

    [Fact]
    public Task FalseNegative_LibraryThatLooksForClassesByItself_IsNotKnown()
        => Container.VerifyAsync("scan", "Elsewhere.Registering.AddElsewhere(s); s.AddSingleton<IBook, NewsBook>();", Issue, Library.Replace("AddElsewhere(this IServiceCollection s) => s;", "AddElsewhere(this IServiceCollection s) { foreach (var one in System.Reflection.Assembly.GetEntryAssembly()!.GetTypes()) foreach (var by in one.GetInterfaces()) s.AddSingleton(by, one); return s; }", StringComparison.Ordinal));

    /// <summary>In which order helpers register is not looked at.</summary>
    [Fact]
    public Task FalseAlarm_RegistrationOfAHelperThatItsCallerReplaces()
        => Container.VerifyAsync("helper", "Books(s); s.AddSingleton<IBook, NewsBook>(); static void Books(IServiceCollection s) => s.AddSingleton<IBook, TicketBook>();", Told);

    /// <summary>What another assembly registers beside is not known.</summary>
    [Fact]
    public Task FalseNegative_RegistrationOfAnotherAssembly_IsNotKnown()
        => Container.VerifyAsync("only one here", "s.AddSingleton<IBook, NewsBook>();", Issue);
}
