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
    public Task LibraryThatNamesAClassOfTheProgram_MayRegisterIt(string form, string registering) => Container.VerifyAsync(form, registering, Told, Library);

    [Theory]
    [InlineData("other container", "new Elsewhere.OtherContainer().Register<IOther, Other>(); s.AddSingleton<IBook, NewsBook>();")]
    [InlineData("generic method of the framework", "GC.KeepAlive(Array.Empty<TicketBook>()); Enumerable.Empty<TicketBook>().ToList(); s.AddSingleton<IBook, NewsBook>();")]
    public Task LibraryThatNamesOtherClasses_LeavesTheContractAlone(string form, string registering) => Container.VerifyAsync(form, registering, Issue, Library);

    /// <summary>What else the object is told that it hands on is not looked at.</summary>
    [Fact]
    public Task FalseAlarm_LibraryThatHandsOnAnObject_MayRegisterAnything()
        => Container.VerifyAsync("builder", "Elsewhere.Registering.AddElsewhere(s).With<IOther, Other>(); s.AddSingleton<IBook, NewsBook>();", Told + "public interface IOther; public class Other : IOther; ", Library);
}
