namespace Ethics.Crm.Parity.Tests.Guards;

/// <summary>A model, written once: <c>partial</c> where the generator guards it, without that word where its getters are woven.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Source">With <c>PARTIAL</c> before each type and property that is guarded. The class to read is called Contact, the property Email.</param>
/// <param name="Make">An object about person number so and so, by code that reads nothing.</param>
internal sealed record GuardedShape(string Name, string Source, string Make)
{
    private const string Label = """[DataCategory("contact.email")]""";

    public static IReadOnlyList<GuardedShape> All { get; } =
    [
        new("class", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL string Email { get; set; } }""",
            """new Contact { Id = id, Email = "value" }"""),
        new("initialiser and private setter", $$"""[DataSubject("contact")] public sealed PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL string Email { get; private set; } = "value"; }""",
            "new Contact { Id = id }"),
        new("init and required", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public required int Id { get; init; } {{Label}} public required PARTIAL string Email { get; init; } }""",
            """new Contact { Id = id, Email = "value" }"""),
        new("read only", $$"""[DataSubject("contact")] public PARTIAL class Contact(int id) { [DataSubjectId] public int Id { get; } = id; {{Label}} public PARTIAL string Email { get; } = "value"; }""",
            "new Contact(id)"),
        new("record", $$"""[DataSubject("contact")] public PARTIAL record Contact { [DataSubjectId] public int Id { get; init; } {{Label}} public PARTIAL string Email { get; init; } = ""; }""",
            """new Contact { Id = id, Email = "value" }"""),
        new("record that is copied", $$"""[DataSubject("contact")] public PARTIAL record Contact { [DataSubjectId] public int Id { get; init; } {{Label}} public PARTIAL string Email { get; init; } = ""; }""",
            """new Contact { Id = 99, Email = "value" } with { Id = id }"""),
        new("struct", $$"""[DataSubject("contact")] public PARTIAL struct Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL string Email { get; set; } }""",
            """new Contact { Id = id, Email = "value" }"""),
        new("record struct", $$"""[DataSubject("contact")] public PARTIAL record struct Contact { public Contact() { } [DataSubjectId] public int Id { get; init; } {{Label}} public PARTIAL string Email { get; init; } = ""; }""",
            """new Contact { Id = id, Email = "value" }"""),
        new("override", $$"""
            [DataSubject("contact")] public abstract PARTIAL class Person { [DataSubjectId] public int Id { get; set; } {{Label}} public virtual PARTIAL string Email { get; set; } = "base"; }
            public PARTIAL class Contact : Person { {{Label}} public override PARTIAL string Email { get; set; } = ""; }
            """,
            """new Contact { Id = id, Email = "value" }"""),
        new("inherited", $$"""
            [DataSubject("contact")] public abstract PARTIAL class Person { [DataSubjectId] public int Id { get; set; } {{Label}} public virtual PARTIAL string Email { get; set; } = ""; }
            public class Contact : Person { }
            """,
            """new Contact { Id = id, Email = "value" }"""),
        new("inherited, with a further name", $$"""
            [DataSubject("contact")] public abstract PARTIAL class Person { [DataSubjectId] public int Id { get; set; } {{Label}} public virtual PARTIAL string Email { get; set; } = ""; }
            [DataSubject("member")] public interface IMember { }
            public class Contact : Person, IMember { }
            """,
            """new Contact { Id = id, Email = "value" }"""),
        new("inherited, about one more", $$"""
            [DataSubject("contact")] public abstract PARTIAL class Person { [DataSubjectId] public int Id { get; set; } {{Label}} public virtual PARTIAL string Email { get; set; } = ""; }
            public class Contact : Person { [DataSubjectId(typeof(Person))] public int Other { get; set; } }
            """,
            """new Contact { Id = id, Other = id == 8 ? 7 : id + 10, Email = "value" }"""),
        new("about two, of whom one is not named", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } [DataSubjectId] public int? Other { get; set; } {{Label}} public PARTIAL string Email { get; set; } }""",
            """new Contact { Id = id, Email = "value" }"""),
        new("inherited, about one more who is not named", $$"""
            [DataSubject("contact")] public abstract PARTIAL class Person { [DataSubjectId] public int Id { get; set; } {{Label}} public virtual PARTIAL string Email { get; set; } = ""; }
            public class Contact : Person { [DataSubjectId(typeof(Person))] public int Other { get; set; } }
            """,
            """new Contact { Id = id, Email = "value" }"""),
        new("inherited, from what is about nobody", $$"""
            public abstract PARTIAL class Person { {{Label}} public virtual PARTIAL string Email { get; set; } = ""; }
            [DataSubject("contact")] public class Contact : Person { [DataSubjectId] public int Id { get; set; } }
            """,
            """new Contact { Id = id, Email = "value" }"""),
        new("inherited, of a generic class", $$"""
            [DataSubject("contact")] public abstract PARTIAL class Person<T> { [DataSubjectId] public T Id { get; set; } = default!; {{Label}} public virtual PARTIAL string Email { get; set; } = ""; }
            [DataSubject("member")] public interface IMember { }
            public class Contact : Person<int>, IMember { }
            """,
            """new Contact { Id = id, Email = "value" }"""),
        new("implementation of a labelled interface", $$"""
            public interface IReachable { {{Label}} string Email { get; } }
            [DataSubject("contact")] public PARTIAL class Contact : IReachable { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL string Email { get; set; } = ""; }
            """,
            """new Contact { Id = id, Email = "value" }"""),
        new("nullable value", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL int? Email { get; set; } }""",
            "new Contact { Id = id, Email = 41 }"),
        new("value", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL System.DateTime Email { get; set; } }""",
            "new Contact { Id = id, Email = new System.DateTime(2026, 1, 2) }"),
        new("null", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL string Email { get; set; } }""",
            "new Contact { Id = id }"),
        new("list", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL System.Collections.Generic.List<string> Email { get; set; } = new(); }""",
            """new Contact { Id = id, Email = new() { "value", "other" } }"""),
        new("array", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL string[] Email { get; set; } = []; }""",
            """new Contact { Id = id, Email = ["value", "other"] }"""),
        new("dictionary", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } {{Label}} public PARTIAL System.Collections.Generic.Dictionary<string, int> Email { get; set; } = new(); }""",
            """new Contact { Id = id, Email = new() { ["value"] = 1 } }"""),
        new("id of another kind", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public System.Guid? Id { get; set; } {{Label}} public PARTIAL string Email { get; set; } = ""; }""",
            """new Contact { Id = new System.Guid(id, 0, 0, new byte[8]), Email = "value" }"""),
        new("id that is labelled itself", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId, DataCategory("contact.email")] public PARTIAL int Id { get; set; } {{Label}} public PARTIAL string Email { get; set; } = ""; }""",
            """new Contact { Id = id, Email = "value" }"""),
        new("id of a base", $$"""
            public abstract class Entity<TId> { [DataSubjectId] public TId Id { get; set; } }
            [DataSubject("contact")] public PARTIAL class Contact : Entity<int> { {{Label}} public PARTIAL string Email { get; set; } = ""; }
            """,
            """new Contact { Id = id, Email = "value" }"""),
        new("data about two", $$"""
            [DataSubject("contact")] public class Person { [DataSubjectId] public int Id { get; set; } }
            public PARTIAL class Contact { [DataSubjectId(typeof(Person))] public int From { get; set; } [DataSubjectId(typeof(Person))] public int To { get; set; } {{Label}} public PARTIAL string Email { get; set; } = ""; }
            """,
            """new Contact { From = id, To = id == 8 ? 7 : id, Email = "value" }"""),
        new("nobody", $$"""public PARTIAL class Contact { public int Id { get; set; } {{Label}} public PARTIAL string Email { get; set; } = ""; }""",
            """new Contact { Id = id, Email = "value" }"""),
        new("tenant", $$"""[DataSubject("contact")] public PARTIAL class Contact { [DataSubjectId] public int Id { get; set; } [DataSubjectTenant] public string Tenant { get; set; } = "north"; {{Label}} public PARTIAL string Email { get; set; } = ""; }""",
            """new Contact { Id = id, Tenant = null, Email = "value" }"""),
    ];

    public string Program(bool partial) =>
        $"using Ethics.Crm; namespace Acme {{ {Source.Replace("PARTIAL ", partial ? "partial " : "", StringComparison.Ordinal)} public static class Maker {{ public static object Make(int id) => {Make}; }} }}";

    public override string ToString() => Name;
}
