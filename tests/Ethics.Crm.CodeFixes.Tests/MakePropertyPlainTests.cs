using Ethics.Crm.CodeFixes.Labels;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.CodeFixes.Tests;

/// <summary><c>EthicsCrmGuard</c> is false: guarded properties go back to what they were.</summary>
public sealed class MakePropertyPlainTests
{
    [Theory]
    [InlineData("class C\n{\n    // Why.\n    ~public /* a */ string /* b */ Email { get; set; } = \"\"; // end\n}")]
    [InlineData("class Outer { sealed record Inner { ~string? Email { get; init; } } }")]
    [InlineData("partial class C { ~public string? Email { get; set; } } partial class C { ~public string? Name { get; set; } }")]
    [InlineData("partial class C { ~public string? Email { get; set; } partial void M(); }")]
    [InlineData("partial class Outer { class Inner { ~public string? Email { get; set; } } } partial class Outer { }")]
    [InlineData("struct C { ~public string? Email { get; set; } }")]
    [InlineData("class C { ~[field: System.NonSerialized] public virtual string? Email { get; private protected set; } ~string? Name { get; set; } }")]
    public async Task RoundTrip_RestoresTheText(string source)
    {
        var text = "using Ethics.Crm;\n" + source.Replace("~", "[DataCategory(\"contact.email\")] ");
        var editor = Editor.Of(text);
        var guarded = await Editor.FixAsync(editor.Open(), new MakePropertyPartialCodeFix(), FixAllScope.Solution);
        Assert.NotEqual([text], await Editor.TextsAsync(guarded!));

        var off = editor.With(guarded!, "EthicsCrmGuard", "false");
        await Editor.CompileAsync(off);
        var back = await Editor.FixAsync(off, new MakePropertyPlainCodeFix(), FixAllScope.Solution);

        Assert.Equal([text], await Editor.TextsAsync(back!));
        await Editor.CompileAsync(back!);
    }

    [Fact]
    public async Task OneProperty_LeavesTheTypePartialForTheOther()
    {
        var editor = Editor.Of("using Ethics.Crm;\npartial class C { [DataCategory(\"identity\")] public partial int A { get; set; } [DataCategory(\"identity\")] public partial int B { get; set; } }");
        var off = editor.With(editor.Open(), "EthicsCrmGuard", "false");

        var one = await Editor.FixAsync(off, new MakePropertyPlainCodeFix());
        var both = await Editor.FixAsync(one!, new MakePropertyPlainCodeFix());

        Assert.Equal(["using Ethics.Crm;\npartial class C { [DataCategory(\"identity\")] public int A { get; set; } [DataCategory(\"identity\")] public partial int B { get; set; } }"], await Editor.TextsAsync(one!));
        Assert.Equal(["using Ethics.Crm;\nclass C { [DataCategory(\"identity\")] public int A { get; set; } [DataCategory(\"identity\")] public int B { get; set; } }"], await Editor.TextsAsync(both!));
        await Editor.CompileAsync(one!);
        await Editor.CompileAsync(both!);
    }

    [Theory]
    [InlineData("public partial string? Email { get; set; }", "true")]
    [InlineData("public partial string? Email { get; } public partial string? Email => null;", "false")]
    [InlineData("public string? Email { get; set; }", "false")]
    public async Task PropertyThatIsGuardedOrNotOurs_OffersNothing(string property, string guard)
    {
        var editor = Editor.Of("using Ethics.Crm;\npartial class C { [DataCategory(\"contact.email\")] " + property + " }");

        Assert.Null(await Editor.FixAsync(editor.With(editor.Open(), "EthicsCrmGuard", guard), new MakePropertyPlainCodeFix()));
    }

    /// <summary>Each of the two fixes for one rule keeps to the findings that ask for it, or one would undo the other.</summary>
    [Fact]
    public async Task FindingThatAsksForTheOtherFix_OffersNothing()
    {
        var bare = Editor.Of("using Ethics.Crm;\nclass C { [DataCategory(\"contact.email\")] public string? Email { get; set; } }");
        Assert.NotNull(await Editor.FixAsync(bare.Open(), new MakePropertyPartialCodeFix()));
        Assert.Null(await Editor.FixAsync(bare.Open(), new MakePropertyPlainCodeFix()));

        var guarded = Editor.Of("using Ethics.Crm;\npartial class C { [DataCategory(\"contact.email\")] public partial string? Email { get; set; } }");
        var off = guarded.With(guarded.Open(), "EthicsCrmGuard", "false");
        Assert.NotNull(await Editor.FixAsync(off, new MakePropertyPlainCodeFix()));
        Assert.Null(await Editor.FixAsync(off, new MakePropertyPartialCodeFix()));
    }

    [Fact]
    public async Task PropertyThatIsNotPartial_IsNotMadeSoWhileGuardsAreOff()
    {
        var editor = Editor.Of("using Ethics.Crm;\nclass C { [DataCategory(\"contact.email\")] public string? Email { get; set; } }");

        Assert.Null(await Editor.FixAsync(editor.With(editor.Open(), "EthicsCrmGuard", "false"), new MakePropertyPartialCodeFix()));
    }
}
