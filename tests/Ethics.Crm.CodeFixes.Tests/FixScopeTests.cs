using Ethics.Crm.CodeFixes.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.CodeFixes.Tests;

/// <summary>Two projects of two files each: a fix reaches as far as it was told, whether a project has one finding for all or one for each.</summary>
public sealed class FixScopeTests
{
    private const string First = """
        using Ethics.Crm;
        public class First
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("identity")] public string? Name { get; set; }
            public class Nested { [DataCategory("identity")] public string? Nick { get; set; } }
        }
        """;

    private const string Second = """
        using Ethics.Crm;
        public partial class Second { [DataCategory("identity")] public string? Name { get; set; } [DataCategory("identity")] public static int Age { get; set; } }
        """;

    private const string Third = """
        using Ethics.Crm;
        public partial class Second { [DataCategory("identity")] public string? More { get; set; } }
        public record Card([DataCategory("identity")] string Holder);
        """;

    private const string FirstFixed = """
        using Ethics.Crm;
        public partial class First
        {
            [DataCategory("contact.email")] public partial string? Email { get; set; }
            [DataCategory("identity")] public partial string? Name { get; set; }
            public partial class Nested { [DataCategory("identity")] public partial string? Nick { get; set; } }
        }
        """;

    private const string SecondFixed = """
        using Ethics.Crm;
        public partial class Second { [DataCategory("identity")] public partial string? Name { get; set; } [DataCategory("identity")] public static int Age { get; set; } }
        """;

    private const string ThirdFixed = """
        using Ethics.Crm;
        public partial class Second { [DataCategory("identity")] public partial string? More { get; set; } }
        public partial record Card([DataCategory("identity")] string Holder)
        {
            public partial string Holder { get; init; } = Holder;
        }
        """;

    private static readonly Editor s_editor = new()
    {
        Files =
        [
            new("App", "/App/First.cs", First), new("App", "/App/Second.cs", Second), new("App", "/App/Third.cs", Third),
            new("Lib", "/Lib/First.cs", First), new("Lib", "/Lib/Second.cs", Second), new("Lib", "/Lib/Third.cs", Third),
        ],
    };

    [Theory]
    [InlineData(FixAllScope.Document, FirstFixed, Second, Third, First, Second, Third)]
    [InlineData(FixAllScope.Project, FirstFixed, SecondFixed, ThirdFixed, First, Second, Third)]
    [InlineData(FixAllScope.Solution, FirstFixed, SecondFixed, ThirdFixed, FirstFixed, SecondFixed, ThirdFixed)]
    public async Task Scope_ReachesItsFilesAndNoOther(FixAllScope scope, params string[] expected)
    {
        var changed = await Editor.FixAsync(s_editor.Open(), new MakePropertyPartialCodeFix(), scope);

        Assert.Equal(expected, await Editor.TextsAsync(changed!));
        await Editor.CompileAsync(changed!);
    }

    [Theory]
    [InlineData(FixAllScope.Document, FirstFixed, Second, ThirdFixed)]
    [InlineData(FixAllScope.Project, FirstFixed, SecondFixed, ThirdFixed)]
    public async Task ProjectThatGuardsSome_HasTheRestFixed(FixAllScope scope, params string[] expected)
    {
        var editor = s_editor with { Files = [new("App", "/App/First.cs", FirstFixed), .. s_editor.Files.Skip(1).Take(2)] };

        var changed = await Editor.FixAsync(editor.Open(), new MakePropertyPartialCodeFix(), scope, "/App/Third.cs");

        Assert.Equal(expected, await Editor.TextsAsync(changed!));
        await Editor.CompileAsync(changed!);
        Assert.Equal(scope == FixAllScope.Project ? 1 : 2, await Editor.CountAsync(changed!));
    }

    [Fact]
    public async Task OneFinding_IsOneProperty()
    {
        var changed = await Editor.FixAsync(s_editor.Open(), new MakePropertyPartialCodeFix());

        var texts = await Editor.TextsAsync(changed!);
        Assert.Equal(1, texts.Sum(text => text.Split("partial string").Length - 1));
        Assert.Equal([Second, Third, First, Second, Third], texts.Skip(1));
        await Editor.CompileAsync(changed!);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp14, true)]
    [InlineData(LanguageVersion.CSharp12, false)]
    [InlineData(LanguageVersion.CSharp13, true)]
    public async Task FileThatAProjectOfAnotherLanguageShares_IsFixedOnlyWhereItStillCompiles(LanguageVersion other, bool isOffered)
    {
        var editor = new Editor { Files = [new("App", "/Shared.cs", First), new("App.Old", "/Shared.cs", First)] };
        var solution = (editor with { Languages = editor.Languages.Add("App.Old", other) }).Open();

        var changed = await Editor.FixAsync(solution, new MakePropertyPartialCodeFix(), FixAllScope.Solution, "/Shared.cs");

        Assert.Equal(isOffered, changed is not null);
        if (changed is not null)
        {
            Assert.Contains(FirstFixed, await Editor.TextsAsync(changed));
            // One text, edited once: two edits of it would be a conflict in the editor.
            Assert.Single(changed.GetChanges(solution).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()));
        }
    }

    [Fact]
    public async Task FixOfASolution_LeavesOutAFileThatWouldNoLongerCompile()
    {
        const string Own = "using Ethics.Crm;\npublic class Own { [DataCategory(\"identity\")] public string? Name { get; set; } }";
        var editor = new Editor { Files = [new("App", "/App/Own.cs", Own), new("App", "/Shared.cs", First), new("App.Old", "/Shared.cs", First)] };
        var solution = (editor with { Languages = editor.Languages.Add("App.Old", LanguageVersion.CSharp12) }).Open();

        var changed = await Editor.FixAsync(solution, new MakePropertyPartialCodeFix(), FixAllScope.Solution, "/App/Own.cs");

        Assert.Equal(["using Ethics.Crm;\npublic partial class Own { [DataCategory(\"identity\")] public partial string? Name { get; set; } }", First, First], await Editor.TextsAsync(changed!));
        await Editor.CompileAsync(changed!);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task BackAgain_ReachesAsFar(FixAllScope scope)
    {
        var guarded = await Editor.FixAsync(s_editor.Open(), new MakePropertyPartialCodeFix(), FixAllScope.Solution);
        var off = s_editor.With(guarded!, "EthicsCrmGuard", "false");

        var changed = await Editor.FixAsync(off, new MakePropertyPlainCodeFix(), scope);

        // The record's property stays written out: it says the same.
        var third = ThirdFixed.Replace("partial string Holder", "string Holder").Replace("public partial record", "public record").Replace("partial string? More", "string? More");
        string[] all = [First, Second, third, First, Second, third];
        string[] before = [FirstFixed, SecondFixed, ThirdFixed, FirstFixed, SecondFixed, ThirdFixed];
        var reached = scope switch { FixAllScope.Document => 1, FixAllScope.Project => 3, _ => 6 };
        string[] expected = [.. all.Take(reached), .. before.Skip(reached)];
        Assert.Equal(expected, await Editor.TextsAsync(changed!));
        await Editor.CompileAsync(changed!);
    }
}
