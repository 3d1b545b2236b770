namespace Ethics.Crm.SourceGenerators.Tests.Guards;

/// <summary>What a record promises stays true: equality, copies, printing.</summary>
public sealed class RecordTests
{
    private const string Contact = """
        namespace Acme;
        public partial record Contact([DataSubjectId] int Id, string Name) { [CollectedFor("support")] public partial string? Email { get; set; } public int Stars; protected int Secret { get; set; } }
        """;

    [Theory]
    [InlineData("new Contact(1, \"n\") { Email = \"e\", Stars = 3 }.ToString()", "Contact { Id = 1, Name = n, Email = (guarded), Stars = 3 }")]
    [InlineData("new Vip(1, \"n\") { Email = \"e\", Phone = \"p\", Level = null }.ToString()", "Vip { Id = 1, Name = n, Email = (guarded), Stars = 0, Phone = (guarded), Level =  }")]
    [InlineData("new Plain(1, \"n\", 2) { Email = \"e\" }.ToString()", "Plain { Id = 1, Name = n, Email = (guarded), Stars = 0, Age = 2 }")]
    [InlineData("new Point { Email = \"e\", X = 4 }.ToString()", "Point { Email = (guarded), X = 4 }")]
    [InlineData("new Only { Email = \"e\" }.ToString()", "Only { Email = (guarded) }")]
    [InlineData("new Hidden { }.ToString()", "Hidden { }")]
    [InlineData("new Own { Email = \"e\" }.ToString()", "Own { mine }")]
    [InlineData("new Odd { Email = \"e\" }.ToString() + new OddTwin().ToString()", "Odd { Email = (guarded), Bytes = System.Span<Int32>[0], X = 1 }OddTwin { Bytes = System.Span<Int32>[0], X = 1 }")]
    public void ToString_NamesGuardedMembersWithoutReadingThem(string expression, string expected)
    {
        var more = """
            namespace Acme;
            public sealed partial record Vip(int Id, string Name) : Contact(Id, Name) { [CollectedFor("support")] public partial string? Phone { get; set; } public string? Level { get; set; } }
            public record Plain(int Id, string Name, int Age) : Contact(Id, Name);
            public partial record struct Point { [CollectedFor("support")] public partial string? Email { get; set; } public int X { get; set; } public static int Static { get; set; } }
            public sealed partial record Only { [CollectedFor("support")] public partial string? Email { get; set; } }
            public partial record Hidden { [CollectedFor("support")] internal partial string? Email { get; set; } }
            public partial record Odd { [CollectedFor("support")] public partial string? Email { get; set; } public Span<int> Bytes => default; public int this[int i] => i; public Bare Bare => default; public event Action? Raised { add { } remove { } } public int X => 1; }
            public record OddTwin { public Span<int> Bytes => default; public int this[int i] => i; public event Action? Raised { add { } remove { } } public int X => 1; }
            public ref struct Bare;
            public partial record Own { [CollectedFor("support")] public partial string? Email { get; set; } protected virtual bool PrintMembers(System.Text.StringBuilder text) { text.Append("mine"); return true; } }
            """;
        var program = $"namespace Acme; public static class Program {{ public static string Run() => {expression}; }}";

        Assert.Equal(expected, Build.Of(Scenes.Gate, Contact, more, program).Execute());
    }

    [Theory]
    [InlineData("public int* Value => (int*)4660;")]
    [InlineData("public delegate*<int, void> Value => (delegate*<int, void>)4660;")]
    [InlineData("public void* Value => null;")]
    [InlineData("public int* Value => (int*)-1L;")]
    [InlineData("[Obsolete(\"old\", true)] public int* Value => (int*)4660;")]
    public void PointerBesideAGuardedMember_IsPrintedAsTheCompilerPrintsIt(string pointer)
    {
        var source = $$"""
            namespace Acme;
            public unsafe partial record Contact { [CollectedFor("support")] public partial string? Email { get; set; } {{pointer}} }
            public unsafe record Twin { public string Email => "(guarded)"; {{pointer}} }
            public static class Program { public static string Run() => new Contact { Email = "e" } + " " + new Twin().ToString().Replace("Twin", "Contact"); }
            """;
        var printed = (Build.Of(Scenes.Gate, source) with { AllowUnsafe = true }).Execute().Split(" Contact");

        Assert.Equal(printed[0], "Contact" + printed[1]);
        Assert.Contains(", Value = ", printed[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public abstract string Em { get; init; }", "public override partial string Em { get; init; }", "(guarded)")]
    [InlineData("public virtual string Em { get; init; } = \"v\";", "public override partial string Em { get; init; }", "(guarded)")]
    [InlineData("public string Em { get; init; } = \"e\";", "", "(guarded)")]
    [InlineData("public string Em => \"e\";", "", "(guarded)")]
    [InlineData("public string Em = \"e\";", "", "(guarded)")]
    public void LabelledMemberBesideAGuardedOne_IsNamedWithoutBeingRead(string inBase, string inDerived, string printed)
        => Assert.Equal(
            $"R1 {{ Id = 3, Em = {printed}, Own = (guarded) }} | R1 {{ Id = 3, Em = {printed}, Own = (guarded) }} | R1 {{ Id = 3, Em = {printed}, Own = (guarded) }}",
            Build.Of(Scenes.Gate, Print("[CollectedFor(\"support\")] ", inBase, inDerived)).Execute());

    [Theory]
    [InlineData("public abstract string Em { get; init; }", "public override string Em { get; init; } = \"e\";")]
    [InlineData("public string Em { get; init; } = \"e\";", "")]
    [InlineData("public string Em = \"e\";", "")]
    public void UnlabelledMemberBesideAGuardedOne_IsPrinted(string inBase, string inDerived)
        => Assert.StartsWith("R1 { Id = 3, Em = e, Own = (guarded) } | ", Build.Of(Scenes.Gate, Print("", inBase, inDerived)).Execute());

    [Fact]
    public void MemberThatThePolicyLabels_IsNamedWithoutBeingRead()
        => Assert.StartsWith(
            "R1 { Id = 3, Em = (guarded), Own = (guarded) } | ",
            Build.Of(Scenes.Gate, Print("", "public string Em { get; init; } = \"e\";", ""))
                .WithPolicy(TestKit.Policies.Fabrikam.Replace("\"version\": 1,", "\"version\": 1, \"fields\": { \"Acme.R0.Em\": { \"category\": \"contact.email\" } },", StringComparison.Ordinal)).Execute());

    [Fact]
    public void LabelledPositionalParameterBesideAGuardedProperty_IsNamedWithoutBeingRead()
    {
        var source = """
            namespace Acme;
            public sealed partial record R(int Id, [CollectedFor("support")] string Em) { [CollectedFor("support")] public partial string? Own { get; set; } }
            public static class Program { public static string Run() => new R(3, "e").ToString(); }
            """;

        Assert.Equal("R { Id = 3, Em = (guarded), Own = (guarded) }", Build.Of(Scenes.Gate, source).Execute());
    }

    private static string Print(string label, string inBase, string inDerived) => $$"""
        namespace Acme;
        public abstract partial record R0(int Id) { {{label}}{{inBase}} [CollectedFor("support")] public partial string? Own { get; init; } }
        public sealed partial record R1(int Id) : R0(Id) { {{inDerived}} }
        public static class Program { public static string Run() => Gate.Read(() => new R1(3) { Own = "o" }.ToString()); }
        """;

    [Theory]
    [InlineData("Gate.In(\"support\", () => a.Email) + (a == b) + (a.GetHashCode() == b.GetHashCode())", "eTrueTrue")]
    [InlineData("(a == b with { Email = \"x\" }).ToString()", "False")]
    [InlineData("(a with { Email = \"e\" } == b).ToString()", "True")]
    [InlineData("Gate.In(\"support\", () => (a with { Id = 9 }).Email)", "e")]
    [InlineData("Gate.In(\"support\", () => (a with { Email = \"x\" }).Email + a.Email)", "xe")]
    public void EqualityHashAndWith_AreUnchanged(string expression, string expected)
    {
        // One of the two has been read: its slot is bound, the other's is not.
        var program = $$"""
            namespace Acme;
            public static class Program
            {
                public static string Run()
                {
                    Contact a = new(1, "n") { Email = "e" }, b = new(1, "n") { Email = "e" };
                    Gate.Read(() => a.Email);
                    return {{expression}};
                }
            }
            """;

        Assert.Equal(expected, Build.Of(Scenes.Gate, Contact, program).Execute());
    }

    [Fact]
    public void Limit_UnguardedBaseRecord_PrintsThroughTheGuardedOverride()
    {
        // The base's own PrintMembers reads the property, and the gate refuses: fails closed, and loudly.
        var source = """
            namespace Acme;
            public record Person { public virtual string? Email { get; set; } }
            public partial record Contact : Person { [CollectedFor("support")] public override partial string? Email { get; set; } }
            public static class Program { public static string Run() => Gate.Read(() => new Contact { Email = "e" }.ToString()).Split(' ')[0]; }
            """;

        Assert.Equal("NoScope", Build.Of(Scenes.Gate, source).Execute());
    }

    [Fact]
    public void Limit_UnlabelledVirtualMemberOfAGuardedRecord_IsReadThroughTheGuardedOverride()
    {
        var source = """
            namespace Acme;
            public partial record Person { public virtual string? Email { get; set; } [CollectedFor("support")] public partial string? Note { get; set; } }
            public partial record Contact : Person { [CollectedFor("support")] public override partial string? Email { get; set; } }
            public static class Program { public static string Run() => Gate.Read(() => new Contact { Email = "e" }.ToString()).Split(' ')[0]; }
            """;

        Assert.Equal("NoScope", Build.Of(Scenes.Gate, source).Execute());
    }
}
