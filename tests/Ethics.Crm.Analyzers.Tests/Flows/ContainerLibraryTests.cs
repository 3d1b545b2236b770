namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What libraries may register that name something of the program, or have the collection.</summary>
public sealed class ContainerLibraryTests
{
    private const string Told = "public class Issue(IBook book) { public void Send(Contact c) => Mailer.Send(book.{|ECRM2002:Get|}(c)); } ";

    private const string Library = """
        using System; using System.Collections.Generic; using Microsoft.Extensions.DependencyInjection;
        namespace Elsewhere
        {
            public class Builder { public Builder With<I, T>() => this; public Builder Of(Type i, Type t) => this; }
            public class Registrar { public Registrar(IServiceCollection s) { } public Registrar() { } public IServiceCollection? Services { get; set; } public void Register<I, T>() { } }
            public interface IScan { void TheCallingAssembly(); }
            public class Registry : ServiceCollection { public void Scan(Action<IScan> f) { } }
            public class Mock<T> { public Mock(params object[] args) { } public T Object => default!; }
            public static class Logs { public static object For<T>() => new(); }
            public class OtherContainer { public void Register<I, T>() { } }
            public static class Registering
            {
                public static Builder AddElsewhere(this IServiceCollection s) => new();
                public static void Fill(IList<ServiceDescriptor> s, Type t) { }
                public static void Fill2(object s, Type t) { }
            }
        }
        """;

    private const string Issue = "public class Issue(IBook book) { public void Send(Contact c) => Mailer.Send(book.Get(c)); } public interface IOther; public class Other : IOther; ";

    [Theory]
    [InlineData("builder", "Elsewhere.Registering.AddElsewhere(s).With<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("builder typeof", "Elsewhere.Registering.AddElsewhere(s).Of(typeof(IBook), typeof(TicketBook)); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("registrar ctor", "new Elsewhere.Registrar(s).Register<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("registrar property", "var r = new Elsewhere.Registrar { Services = s }; r.Register<IBook, TicketBook>(); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("list", "Elsewhere.Registering.Fill(s, typeof(TicketBook)); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("object", "Elsewhere.Registering.Fill2(s, typeof(TicketBook)); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("other container", "new Elsewhere.OtherContainer().Register<IBook, TicketBook>(); if (x) s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("collection of a library", "var r = new Elsewhere.Registry(); r.Scan(a => a.TheCallingAssembly()); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("object that a library makes", "new Elsewhere.Mock<Issue>(new TicketBook()).Object.Send(new Contact()); s.AddSingleton<IBook, NewsBook>();")]
    public Task LibraryThatNamesAClassOfTheProgram_MayRegisterIt(string form, string registering) => Container.VerifyAsync(form, registering, Told, Library);

    [Theory]
    [InlineData("other container", "new Elsewhere.OtherContainer().Register<IOther, Other>(); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("generic method of the framework", "GC.KeepAlive(Array.Empty<TicketBook>()); Enumerable.Empty<TicketBook>().ToList(); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("library that only names who is handed it", "Elsewhere.Logs.For<Issue>(); new Elsewhere.Mock<Other>(new Other()); s.AddSingleton<IBook, NewsBook>();")]
    public Task LibraryThatNamesOtherClasses_LeavesTheContractAlone(string form, string registering) => Container.VerifyAsync(form, registering, Issue, Library);

    /// <summary>What else the object is told that it hands on is not looked at.</summary>
    [Fact]
    public Task FalseAlarm_LibraryThatHandsOnAnObject_MayRegisterAnything()
        => Container.VerifyAsync("builder", "Elsewhere.Registering.AddElsewhere(s).With<IOther, Other>(); s.AddSingleton<IBook, NewsBook>();", Told + "public interface IOther; public class Other : IOther; ", Library);

    private const string Framework = """
        using System; using Microsoft.Extensions.DependencyInjection;
        namespace Elsewhere { public interface IApp; public static class Apps { public static IApp UseMiddleware<T>(this IApp a, params object[] args) => a; public static IApp UseMiddleware(this IApp a, Type t, params object[] args) => a; } }
        """;

    [Theory]
    [InlineData("middleware", "Elsewhere.Apps.UseMiddleware<Issue>(a, new TicketBook())")]
    [InlineData("middleware, typeof", "Elsewhere.Apps.UseMiddleware(a, typeof(Issue), new TicketBook())")]
    [InlineData("constructor by reflection", "typeof(Issue).GetConstructors()[0].Invoke(new object[] { new TicketBook() })")]
    public Task ObjectThatSomebodyMakesWithOtherThings_IsFollowed(string form, string making)
        => Container.VerifyAsync(form, "s.AddSingleton<IBook, NewsBook>();", Told + $"static class App {{ static void Use(Elsewhere.IApp a) => {making}; }}", Framework);

    [Fact]
    public Task ObjectThatTheContainerMakesAlone_IsSilent()
        => Container.VerifyAsync("middleware", "s.AddSingleton<IBook, NewsBook>();", Issue + "static class App { static void Use(Elsewhere.IApp a) => Elsewhere.Apps.UseMiddleware<Issue>(a); }", Framework);
}
