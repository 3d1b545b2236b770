using Ethics.Crm.Runtime;

namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>Whom an object is about, as the generated binder tells it.</summary>
public sealed class SubjectTests
{
    [Theory]
    [InlineData("[DataSubject(\"contact\")] public partial class Contact { [DataSubjectId] public int Id { get; set; }", "SubjectBinder<int>", "One(\"contact\", key)")]
    [InlineData("[DataSubject] public partial class Contact { [DataSubjectId] public Guid Id { get; set; }", "SubjectBinder<global::System.Guid>", "One(\"Acme.Contact\", key)")]
    [InlineData("public partial class Contact { [DataSubjectId] public string? Id;", "SubjectBinder<string?>", "One(\"Acme.Contact\", key)")]
    [InlineData("[DataSubject(\"customer\")] public class Customer; public partial class Contact { [DataSubjectId(typeof(Customer))] public int? CustomerId { get; set; }", "SubjectBinder<int?>", "One(\"customer\", key)")]
    [InlineData("[DataSubject] public class Party { [DataSubjectId] public long Key { get; set; } } [DataSubject] public partial class Contact : Party {", "SubjectBinder<long>", "One(\"Acme.Party\", key)")]
    [InlineData("public interface IParty { [DataSubjectId] int Id { get; } } public partial class Contact : IParty { public int Id { get; set; }", "SubjectBinder<int>", "One(\"Acme.Contact\", key)")]
    [InlineData("public partial record Contact([DataSubjectId] int Id) {", "SubjectBinder<int>", "One(\"Acme.Contact\", key)")]
    [InlineData("public partial class Contact { [DataSubjectId] public int Id; [DataSubjectTenant] public string? Tenant { get; set; }", "SubjectBinder<(int, string?)>", "One(\"Acme.Contact\", key.Item1, key.Item2)")]
    [InlineData("[DataSubject(\"party\")] public interface IParty { [DataSubjectId] int Id { get; } } [DataSubject(\"contact\")] public partial class Contact : IParty { public int Id { get; set; }", "SubjectBinder<int>", "One(\"party\", key)")]
    [InlineData("[DataSubject(\"party\")] public interface IParty { [DataSubjectId] int Id { get; } } public class Entity { public int Id { get; set; } } public partial class Contact : Entity, IParty {", "SubjectBinder<int>", "One(\"party\", key)")]
    [InlineData("public interface IParty { [DataSubjectId] int Id { get; } } public partial class Contact : IParty { int IParty.Id => 7;", "SubjectBinder<int>", "((global::Acme.IParty)this).Id")]
    [InlineData("[DataSubject(\"party\")] public interface IParty { [DataSubjectId] int Id => 7; } public partial class Contact : IParty {", "SubjectBinder<int>", "((global::Acme.IParty)this).Id")]
    [InlineData("public class Party { [DataSubjectId] public virtual int Id { get; set; } } public partial class Contact : Party { public override int Id { get; set; }", "SubjectBinder<int>", "One(\"Acme.Party\", key)")]
    [InlineData("public class Party { [DataSubjectId] public int Id { get; set; } } public partial class Contact : Party { public new string Id { get; set; } = \"\";", "SubjectBinder<int>", "((global::Acme.Party)this).Id")]
    [InlineData("public class Party { [DataSubjectId] protected int Id { get; set; } } public partial class Contact : Party { public new string Id { get; set; } = \"\";", "SubjectBinder<global::Ethics.Crm.Runtime.NoSubject>", "SubjectKeys.None")]
    [InlineData("public class Party { [DataSubjectId] private int Owner { get; set; } } public partial class Contact : Party { [DataSubjectId] public int Id { get; set; }", "SubjectBinder<global::Ethics.Crm.Runtime.NoSubject>", "SubjectKeys.None")]
    [InlineData("public class Party { [DataSubjectTenant] private int Tenant { get; set; } } public partial class Contact : Party { [DataSubjectId] public int Id { get; set; }", "SubjectBinder<global::Ethics.Crm.Runtime.NoSubject>", "SubjectKeys.None")]
    [InlineData("public partial record Contact([DataSubjectId] int Id, [DataSubjectTenant] Guid Tenant) {", "SubjectBinder<(int, global::System.Guid)>", "OneIn(\"Acme.Contact\", key.Item1, key.Item2)")]
    [InlineData("[DataSubject(\"a\")] public interface IA; [DataSubject(\"b\")] public interface IB; public partial class Contact : IA, IB { [DataSubjectId] public int Id { get; set; }", "SubjectBinder<int>", "One(\"a\", key), global::Ethics.Crm.Runtime.SubjectKeys.One(\"b\", key)")]
    [InlineData("public partial class Contact {", "SubjectBinder<global::Ethics.Crm.Runtime.NoSubject>", "SubjectKeys.None")]
    [InlineData("public partial class Contact { [DataSubjectTenant] public string? Tenant { get; set; }", "SubjectBinder<global::Ethics.Crm.Runtime.NoSubject>", "SubjectKeys.None")]
    [InlineData("public partial class Contact { [DataSubjectId] public static int Id { get; set; }", "SubjectBinder<global::Ethics.Crm.Runtime.NoSubject>", "SubjectKeys.None")]
    public void Key_IsTakenFromTheMarkedMembers(string start, string binder, string lambda)
    {
        var result = Build.Of(Scenes.Usings, $"namespace Acme; {start} [CollectedFor(\"support\")] public partial string? Email {{ get; set; }} }}").Run();

        Assert.Contains(binder + " __Subject", result.Generated);
        Assert.Contains(lambda, result.Generated);
    }

    [Theory]
    [InlineData("public partial class Contact<T> { [DataSubjectId] public T? Key { get; set; }")]
    [InlineData("public partial class Contact<T> { [DataSubjectId] public T? Key { get; set; } [DataSubjectTenant] public string? Tenant { get; set; }")]
    [InlineData("public partial class Outer<T> { public partial record Contact([DataSubjectId] T Key) {", "}")]
    public void KeyOfATypeParameter_IsWhatTheTypeIsMadeOf(string start, string end = "") =>
        Assert.NotEmpty(Build.Of(Scenes.Usings, $"namespace Acme; {start} [CollectedFor(\"support\")] public partial string? Email {{ get; set; }} }} {end}").Run().Image());

    [Fact]
    public void SeveralPeople_AreAllNeeded()
    {
        var source = """
            namespace Acme;
            [DataSubject("a")] public class A;
            public partial class Call
            {
                [DataSubjectId(typeof(A))] public int Caller { get; set; }
                [DataSubjectId] public Guid Callee { get; set; }
                [DataSubjectTenant] public int? Tenant { get; set; }
                [CollectedFor("support")] public partial string? Note { get; set; }
            }
            public static class Program { public static string Run() { var c = new Call { Note = "n" }; return Gate.Read(() => c.Note); } }
            """;

        var result = Build.Of(Scenes.Gate, source).Run();
        Assert.Equal(Scenes.SupportOnly("n"), result.Execute());

        var id = Guid.NewGuid();
        Assert.Equal([new SubjectKey("3", "Acme.Call", id.ToString("D")), new SubjectKey("3", "a", "4")], Bind(result, "Call", (id, 4, (int?)3)));
        Assert.Equal([new SubjectKey(null, "Acme.Call", id.ToString("D")), new SubjectKey(null, "a", "4")], Bind(result, "Call", (id, 4, (int?)null)));
        // Whoever is named is, and somebody unknown beside them; nobody where nobody is named.
        Assert.Equal([new SubjectKey("3", "Acme.Call", id.ToString("D")), default], Bind(result, "Call", (id, 0, (int?)3)));
        Assert.Equal([new SubjectKey("3", "a", "4"), default], Bind(result, "Call", (Guid.Empty, 4, (int?)3)));
        Assert.Empty(Bind(result, "Call", (Guid.Empty, 0, (int?)3)));
    }

    [Theory]
    [InlineData("[DataSubjectId, DataCategory(\"contact.email\")] public partial string? Email { get; set; }")]
    [InlineData("[DataSubjectId, DataCategory(\"contact.email\")] public partial string Email { get; set; } = \"\";")]
    [InlineData("[DataSubjectId, DataCategory(\"contact.email\")] public required partial string Email { get; init; }")]
    public void GuardedId_IsReadPastItsOwnGate(string id)
    {
        var source = $$"""
            namespace Acme;
            public partial class Contact { {{id}} [CollectedFor("billing")] public partial string? Card { get; set; } }
            public partial class Premium : Contact { [CollectedFor("billing")] public partial string? Bonus { get; set; } }
            public static class Program
            {
                public static string Run()
                {
                    var c = new Premium { Email = "e", Card = "c", Bonus = "b" };
                    return Gate.Read(() => c.Email) + " / " + Gate.Read(() => c.Card) + " / " + Gate.Read(() => c.Bonus);
                }
            }
            """;

        Assert.Equal(Scenes.SupportOnly("e") + " / NoScope | NotPermitted | c / NoScope | NotPermitted | b", Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void GuardedIdOfAReferencedAssembly_IsReadPastItsGate()
    {
        var library = (Build.Of(Scenes.Usings, "namespace Lib; public partial class Contact { [DataSubjectId, CollectedFor(\"support\")] public partial string? Email { get; set; } }") with { AssemblyName = "Lib" })
            .With("RootNamespace", "Lib").Run();
        var source = """
            namespace Acme;
            public partial class Premium : Lib.Contact { [CollectedFor("billing")] public partial string? Bonus { get; set; } }
            public static class Program { public static string Run() { var c = new Premium { Email = "e", Bonus = "b" }; return Gate.Read(() => c.Bonus) + " / " + Gate.Read(() => c.Email); } }
            """;

        var result = (Build.Of(Scenes.Gate, source) with { References = [library.Reference()] }).Run();

        Assert.Equal("NoScope | NotPermitted | b / " + Scenes.SupportOnly("e"), result.Execute(library.Image()));
    }

    [Fact]
    public void Limit_PrivateIdOfABaseType_IsNobody()
    {
        // Generated code of the derived type cannot read it; purposes that depend on the person are then refused.
        var source = "namespace Acme; public class Party { [DataSubjectId] private int Id { get; set; } } public partial class Contact : Party { [CollectedFor(\"support\")] public partial string? Email { get; set; } }";

        Assert.Contains("SubjectKeys.None", Build.Of(Scenes.Usings, source).Run().Generated);
    }

    private static IReadOnlyList<SubjectKey> Bind<TKey>(BuildResult result, string type, TKey key)
    {
        var guards = result.Load().GetTypes().Single(one => one.Name == "EthicsGuards" && one.DeclaringType?.Name == type);
        var binder = (SubjectBinder<TKey>)guards.GetField("__Subject", (System.Reflection.BindingFlags)40)!.GetValue(null)!;
        var subjects = (Func<TKey, IReadOnlyList<SubjectKey>>)typeof(SubjectBinder<TKey>)
            .GetFields((System.Reflection.BindingFlags)52).Concat<System.Reflection.MemberInfo>(typeof(SubjectBinder<TKey>).GetProperties((System.Reflection.BindingFlags)52))
            .Select(member => member is System.Reflection.FieldInfo field ? field.GetValue(binder) : ((System.Reflection.PropertyInfo)member).GetValue(binder))
            .OfType<Func<TKey, IReadOnlyList<SubjectKey>>>().First();
        return subjects(key);
    }
}
