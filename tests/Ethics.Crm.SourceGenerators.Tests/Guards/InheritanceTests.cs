namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>Bases, overrides and interfaces: whoever reads, through whatever type, asks the gate of the implementation that runs.</summary>
public sealed class InheritanceTests
{
    [Fact]
    public void OverrideThatReadsItsBase_AsksBothGates()
    {
        var source = """
            namespace Acme;
            public partial class Person { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public virtual partial string? Email { get; set; } }
            public class Customer : Person { public override string? Email { get => "<" + base.Email + ">"; set => base.Email = value; } }
            public static class Program { public static string Run() { Person c = new Customer { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("<e>"), Execute(source));
    }

    [Fact]
    public void ChainOfOverrides_IsGuardedByTheNarrowest()
    {
        var source = """
            namespace Acme;
            public abstract partial class Party { [DataSubjectId] public int Id { get; set; } [CollectedFor("support", "billing")] public abstract string? Email { get; set; } }
            public abstract partial class Person : Party { public override partial string? Email { get; set; } }
            public partial class Customer : Person { [CollectedFor("support")] public sealed override partial string? Email { get; set; } }
            public partial class Other : Person;
            public static class Program
            {
                public static string Run()
                {
                    Party c = new Customer { Id = 7, Email = "c" }, o = new Other { Id = 8, Email = "o" };
                    return Gate.Read(() => c.Email) + " / " + Gate.Read(() => o.Email);
                }
            }
            """;

        Assert.Equal(Scenes.SupportOnly("c") + " / NoScope | o | o", Execute(source));
    }

    [Fact]
    public void OverrideOfOneAccessor_KeepsTheOther()
    {
        var source = """
            namespace Acme;
            public partial class Person { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public virtual partial string? Email { get; set; } }
            public class Customer : Person { public int Sets; public override string? Email { set { Sets++; base.Email = value; } } }
            public static class Program { public static string Run() { var c = new Customer { Id = 7, Email = "e" }; return c.Sets + Gate.Read(() => c.Email); } }
            """;

        Assert.Equal("1" + Scenes.SupportOnly("e"), Execute(source));
    }

    [Fact]
    public void CovariantOverride_IsGuarded()
    {
        var source = """
            namespace Acme;
            public abstract class Person { [DataSubjectId] public int Id { get; set; } public abstract object? Email { get; } }
            public partial class Customer : Person { public Customer(string email) => Email = email; [CollectedFor("support")] public override partial string? Email { get; } }
            public static class Program { public static string Run() { Person c = new Customer("e") { Id = 7 }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e"), Execute(source));
    }

    [Fact]
    public void InterfaceMembers_AreGuardedThroughTheInterface()
    {
        var source = """
            namespace Acme;
            public interface IHas<out T> { T Value { get; } }
            public interface IMail { [CollectedFor("support")] string? Email { get; init; } string? Phone { get; set; } }
            public partial class Contact : IMail, IHas<int>
            {
                [DataSubjectId] public int Id { get; set; }
                public partial string? Email { get; init; }
                [CollectedFor("support")] public partial string? Phone { get; set; }
                [CollectedFor("support")] public partial int Value { get; internal set; }
            }
            public static class Program
            {
                public static string Run()
                {
                    var c = new Contact { Id = 7, Email = "e", Value = 3 };
                    IMail mail = c;
                    mail.Phone = "p";
                    return Gate.Read(() => mail.Email) + " / " + Gate.Read(() => mail.Phone) + " / " + Gate.Read(() => ((IHas<int>)c).Value);
                }
            }
            """;

        Assert.Equal(string.Join(" / ", Scenes.SupportOnly("e"), Scenes.SupportOnly("p"), Scenes.SupportOnly("3")), Execute(source));
    }

    [Fact]
    public void DefaultMemberOfAnInterface_ReadsThroughTheGateOfTheImplementation()
    {
        var source = """
            namespace Acme;
            public interface IMail { [CollectedFor("support")] string? Email { get; } string Domain => Email!.Substring(2); string? Reply => "none"; }
            public partial class Contact : IMail { [DataSubjectId] public int Id { get; set; } public partial string? Email { get; set; } }
            public partial class Replying : Contact, IMail { [CollectedFor("support")] public partial string? Reply { get; set; } }
            public static class Program
            {
                public static string Run()
                {
                    IMail c = new Contact { Id = 7, Email = "e@x" }, r = new Replying { Id = 8, Reply = "r" };
                    return Gate.Read(() => c.Domain) + " / " + c.Reply + " / " + Gate.Read(() => r.Reply);
                }
            }
            """;

        Assert.Equal(Scenes.SupportOnly("x") + " / none / " + Scenes.SupportOnly("r"), Execute(source));
    }

    [Fact]
    public void ExplicitImplementationBesideAGuardedProperty_IsTheUsers()
    {
        // It cannot be partial, so nothing of it is generated (ECRM1106); what it reads of a guarded property still asks.
        var source = """
            namespace Acme;
            public interface IMail { [CollectedFor("support")] string? Email { get; } }
            public partial class Contact : IMail { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial string? Email { get; set; } string? IMail.Email => Email + "!"; }
            public static class Program { public static string Run() { IMail c = new Contact { Id = 7, Email = "e" }; return Gate.Read(() => c.Email); } }
            """;

        Assert.Equal(Scenes.SupportOnly("e!"), Execute(source));
    }

    [Fact]
    public void BaseInAnotherAssembly_IsGuardedBesideTheDerivedType()
    {
        var library = (Build.Of(Scenes.Usings, "namespace Lib; public abstract partial class Person { [DataSubjectId] public int Id { get; set; } [CollectedFor(\"support\")] public virtual partial string? Email { get; set; } [CollectedFor(\"support\")] public abstract string? Phone { get; set; } }")
            with { AssemblyName = "Lib" }).With("RootNamespace", "Lib").Run();
        var source = """
            namespace Acme;
            public partial class Contact : Lib.Person { public override partial string? Phone { get; set; } [CollectedFor("billing")] public override partial string? Email { get; set; } }
            public static class Program { public static string Run() { Lib.Person c = new Contact { Id = 7, Email = "e", Phone = "p" }; return Gate.Read(() => c.Phone) + " / " + Gate.Read(() => c.Email); } }
            """;

        var result = (Build.Of(Scenes.Gate, source) with { References = [library.Reference()] }).Run();

        // Labels of base and override intersect: nothing is left for the e-mail address.
        Assert.Equal(Scenes.SupportOnly("p") + " / NoScope | NotPermitted | NotPermitted", result.Execute(library.Image()));
    }

    private static string Execute(string source) => Build.Of(Scenes.Gate, source).Execute();
}
