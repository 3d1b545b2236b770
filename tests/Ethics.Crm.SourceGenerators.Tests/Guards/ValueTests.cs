using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>What a type does with its values as a whole, beside a twin without any guard: equality, hash codes, copies, deconstruction, defaults.</summary>
public sealed class ValueTests
{
    private const string Compare = """

        public static class Compare
        {
            public static string Run<T>(Func<string?, T> make, Func<T, string> read, Func<T, string?, T>? with = null) where T : notnull
            {
                var (a, b, c, none) = (make("e"), make("e"), make("x"), make(null));
                using (PurposeScope.Enter("support")) read(a);
                var log = new List<object> { a.Equals(b), a.Equals(c), a.Equals(none), a.GetHashCode() == b.GetHashCode(), new HashSet<T> { a, b, c }.Count, EqualityComparer<T>.Default.Equals(a, b) };
                if (with is not null)
                {
                    log.Add(with(c, "e").Equals(a));
                    log.Add(with(a, "x").Equals(a));
                    using (PurposeScope.Enter("support")) log.Add(read(with(a, "w")) + read(a));
                }
                using (PurposeScope.Enter("support")) log.Add(read(a) + read(b) + read(c) + read(none));
                return string.Join(" ", log);
            }
        }
        """;

    [Theory]
    [InlineData("record", true)]
    [InlineData("record class", true)]
    [InlineData("sealed record", true)]
    [InlineData("record struct", true)]
    [InlineData("readonly record struct", true)]
    [InlineData("struct", true)]
    [InlineData("readonly struct", true)]
    [InlineData("class", false)]
    [InlineData("sealed class", false)]
    public void EqualityHashCodesAndCopies_AreThoseOfThePlainTwin(string kind, bool with)
    {
        foreach (var language in new[] { LanguageVersion.CSharp14, LanguageVersion.CSharp13 })
        {
            var copy = with ? "static (one, text) => one with { Email = text }" : "null";
            var source = $$"""
                namespace Acme;
                public {{Partial(kind)}} Guarded { [DataSubjectId] public int Id { get; init; } [CollectedFor("support")] public partial string? Email { get; init; } [CollectedFor("support")] public partial int Age { get; init; } }
                public {{kind}} Plain { public int Id { get; init; } public string? Email { get; init; } public int Age { get; init; } }
                public static class Program
                {
                    public static string Run() =>
                        Compare.Run<Guarded>(text => new() { Id = 7, Email = text, Age = 3 }, one => one.Email + one.Age, {{copy}}) + "\n" +
                        Compare.Run<Plain>(text => new() { Id = 7, Email = text, Age = 3 }, one => one.Email + one.Age, {{copy}}) + "\n" +
                        Gate.Read(() => new Guarded { Email = "e" }.Email);
                }
                """;

            var lines = (Build.Of(Scenes.Gate + Compare, source) with { Language = language }).Execute().Split('\n');

            Assert.Equal(lines[1], lines[0]);
            Assert.Equal(Scenes.SupportOnly("e"), lines[2]);
        }
    }

    [Theory]
    [InlineData("record")]
    [InlineData("sealed record")]
    [InlineData("record struct")]
    [InlineData("readonly record struct")]
    public void Deconstruction_AsksTheGate(string kind)
    {
        var source = $$"""
            namespace Acme;
            public {{Partial(kind)}} Contact([DataSubjectId] int Id, string Email) { [CollectedFor("support")] public partial string Email { get; init; } = Email; }
            public static class Program
            {
                public static string Run()
                {
                    var c = new Contact(7, "e");
                    return Gate.Read(() => { var (id, email) = c; return id + email; }) + " / " + Gate.Read(() => c is (7, "e")) + " / " + Gate.Read(() => c is { Email: "e" });
                }
            }
            """;

        Assert.Equal(string.Join(" / ", Scenes.SupportOnly("7e"), Scenes.SupportOnly("True"), Scenes.SupportOnly("True")), Execute(source));
    }

    [Theory]
    [InlineData("struct")]
    [InlineData("readonly struct")]
    [InlineData("record struct")]
    [InlineData("readonly record struct")]
    public void DefaultOfAStruct_HoldsDefaultsAndIsGuarded(string kind)
    {
        var source = $$"""
            namespace Acme;
            public {{Partial(kind)}} Contact { [DataSubjectId] public int Id { get; init; } [CollectedFor("support")] public partial string? Email { get; init; } }
            public static class Program
            {
                public static string Run()
                {
                    var all = new Contact[1];
                    Contact? boxed = all[0];
                    return Gate.Read(() => all[0].Email) + " / " + Gate.Read(() => boxed.Value.Email) + " / " + Gate.Read(() => default(Contact).Email);
                }
            }
            """;

        Assert.Equal(string.Join(" / ", Enumerable.Repeat(Scenes.SupportOnly("null"), 3)), Execute(source));
    }

    [Fact]
    public void StructThatIsChangedInPlace_KeepsItsValues()
    {
        var source = """
            namespace Acme;
            public partial struct Contact { [DataSubjectId] public int Id { get; set; } [CollectedFor("support")] public partial string? Email { get; set; } public void Clear() => Email = null; }
            public static class Program
            {
                static void Set(ref Contact one, string text) => one.Email = text;
                public static string Run()
                {
                    var all = new Contact[] { new() { Id = 1, Email = "a" }, new() { Id = 2, Email = "b" } };
                    Set(ref all[0], "set");
                    all[1].Clear();
                    var copy = all[0];
                    copy.Email = "copy";
                    return Gate.Read(() => all[0].Email + all[1].Email + copy.Email);
                }
            }
            """;

        Assert.Equal(Scenes.SupportOnly("setcopy"), Execute(source));
    }

    [Theory]
    [InlineData("public sealed override string ToString() => \"mine\";", "mine mine")]
    [InlineData("public override string ToString() => \"mine\";", "mine Vip { Id = 1, Email = (guarded), Phone = (guarded) }")]
    [InlineData("public virtual bool Equals(Contact? other) => other is not null; public override int GetHashCode() => 1;", "Contact { Id = 1, Email = (guarded) } Vip { Id = 1, Email = (guarded), Phone = (guarded) }")]
    [InlineData("protected virtual bool PrintMembers(System.Text.StringBuilder builder) { builder.Append(\"mine\"); return true; }", "Contact { mine } Vip { mine, Phone = (guarded) }")]
    [InlineData("protected virtual bool PrintMembers(System.Text.StringBuilder builder) => false;", "Contact { } Vip { Phone = (guarded) }")]
    public void WhatTheUserWroteForARecord_IsKept(string member, string expected)
    {
        var source = $$"""
            namespace Acme;
            public partial record Contact([DataSubjectId] int Id) { [CollectedFor("support")] public partial string? Email { get; set; } }
            public partial record Contact { {{member}} }
            public sealed partial record Vip(int Id) : Contact(Id) { [CollectedFor("support")] public partial string? Phone { get; set; } }
            public static class Program { public static string Run() => new Contact(1) { Email = "e" } + " " + new Vip(1) { Email = "e", Phone = "p" }; }
            """;

        Assert.Equal(expected, Execute(source));
    }

    [Theory]
    [InlineData("record")]
    [InlineData("record struct")]
    public void PrintedText_IsThatOfThePlainTwin_ButForTheGuardedValues(string kind)
    {
        // Order, separators, nulls, fields, what is not printed: all as the compiler does it.
        const string Members = """
            public int Number { get; set; } public string? Text { get; set; } public DateTime? When { get; set; } public readonly int Field = 4; internal int Hidden { get; set; } private int Secret { get; set; }
            public static int Shared { get; set; } public int SetOnly { set { } } public int this[int index] => index; public int Computed => 5; public const int Constant = 6; public event Action? Happened { add { } remove { } }
            """;
        var source = $$"""
            namespace Acme;
            public {{Partial(kind)}} One { public One() { } {{Members}} public int First { get; set; } [CollectedFor("support")] public partial string? Email { get; set; } public int Last { get; set; } }
            public {{Partial(kind)}} One { public int More => 7; }
            public static class Plain { public {{kind}} One { public One() { } {{Members}} public int First { get; set; } public string? Email { get; set; } public int Last { get; set; } public int More => 7; } }
            public static class Program { public static string Run() => new One { Email = "e", Text = "t" } + "\n" + new Plain.One { Email = "e", Text = "t" }; }
            """;

        var lines = Execute(source).Split('\n');

        Assert.Equal(lines[1].Replace("Email = e", "Email = (guarded)"), lines[0]);
    }

    private static string Partial(string kind) =>
        kind.StartsWith("record") || kind.Contains(" record") ? kind.Replace("record", "partial record") : kind.Replace("class", "partial class").Replace("struct", "partial struct");

    private static string Execute(string source) => Build.Of(Scenes.Gate, source).Execute();
}
