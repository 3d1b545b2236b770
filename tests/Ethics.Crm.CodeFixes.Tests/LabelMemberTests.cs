using Ethics.Crm.Analyzers.Flows;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.CodeFixes.Labels;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.CodeFixes.Tests;

public sealed class LabelMemberTests
{
    [Fact]
    public Task Property_GetsTheCategoryOfWhatIsStored() => VerifyAsync(
        """
        namespace Acme.Crm
        {
            public class Visit
            {
                [Ethics.Crm.DataSubjectId] public int Id { get; set; }

                /// <summary>What to do.</summary>
                public string Remark { get; set; } = "";
            }
            public class Desk { void Plan(Contact c, Visit v) => v.{|ECRM1110:Remark|} = "write to " + c.Email; }
        }
        """,
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            public class Visit
            {
                [Ethics.Crm.DataSubjectId] public int Id { get; set; }

                /// <summary>What to do.</summary>
                [DataCategory("contact.email")]
                public string Remark { get; set; } = "";
            }
            public class Desk { void Plan(Contact c, Visit v) => v.Remark = "write to " + c.Email; }
        }
        """);

    [Fact]
    public Task PurposesOfItsOwn_GoAlong_ByTheGeneratedConstants() => VerifyAsync(
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            static class Purposes { public const string Support = "support"; public const string Marketing = "marketing"; }
            static class Categories { public const string ContactPhone = "contact.phone"; }
            public class Visit
            {
                [DataSubjectId] public int Id { get; set; }
                public string? Remark;
            }
            public class Desk { Visit Plan(Contact c) => new Visit { {|ECRM1110:Remark|} = c.Phone }; }
        }
        """,
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            static class Purposes { public const string Support = "support"; public const string Marketing = "marketing"; }
            static class Categories { public const string ContactPhone = "contact.phone"; }
            public class Visit
            {
                [DataSubjectId] public int Id { get; set; }

                [DataCategory(Categories.ContactPhone), CollectedFor(Purposes.Support, Purposes.Marketing)]
                public string? Remark;
            }
            public class Desk { Visit Plan(Contact c) => new Visit { Remark = c.Phone }; }
        }
        """);

    [Fact]
    public Task SeveralMembersAndPlaces_AreLabelledOnceByFixAll() => VerifyAsync(
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            public record Visit([property: DataSubjectId] int Id, string Remark);
            public class Call { [DataSubjectId] public int Id; public string Who { get; set; } = ""; }
            public class Desk
            {
                Visit Plan(Contact c) => new Visit(1, c.{|ECRM1110:Email|});
                Visit Again(Contact c, Visit v) => v with { {|ECRM1110:Remark|} = c.Email };
                void Phone(Contact c, Call call) => call.{|ECRM1110:Who|} = c.Email;
            }
        }
        """,
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            public record Visit([property: DataSubjectId] int Id, [DataCategory("contact.email")] string Remark);
            public class Call { [DataSubjectId] public int Id; [DataCategory("contact.email")] public string Who { get; set; } = ""; }
            public class Desk
            {
                Visit Plan(Contact c) => new Visit(1, c.Email);
                Visit Again(Contact c, Visit v) => v with { Remark = c.Email };
                void Phone(Contact c, Call call) => call.Who = c.Email;
            }
        }
        """);

    /// <summary>What one project stores there may have another label than what another one does, or no one label at all.</summary>
    [Theory]
    [InlineData("a a", true)]
    [InlineData("a b", false)]
    [InlineData("a b b", false)]
    [InlineData("a -", false)]
    [InlineData("- a a", false)]
    [InlineData("-", false)]
    public void Projects_LabelAMemberOnlyWhereAllAgree(string labels, bool isCertain)
    {
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class C { string A; }").GetRoot();
        var document = Microsoft.CodeAnalysis.DocumentId.CreateNewId(Microsoft.CodeAnalysis.ProjectId.CreateNewId());
        var certain = MemberLabelling.Certain(labels.Split(' ').Select(label => new MemberLabelling("F:C.A", "C.A", document, tree, label == "-" ? null : label, null)));
        Assert.Equal(isCertain, certain.Count == 1);
    }

    /// <summary>Either label would permit something that the other value was not collected for.</summary>
    [Theory]
    [InlineData("values of two labels", "public string Remark { get; set; } = \"\";", "v.{|ECRM1110:Remark|} = c.Email; v.{|ECRM1110:Remark|} = c.Note;")]
    [InlineData("one of several variables", "public string Remark = \"\", Other = \"\";", "v.{|ECRM1110:Remark|} = c.Email;")]
    public Task LabelThatDoesNotFit_IsNotOffered(string form, string members, string stores)
    {
        Assert.NotEmpty(form);
        var source = "using Ethics.Crm;\nnamespace Acme.Crm { public class Visit { [DataSubjectId] public int Id; " + members + " } public class Desk { void Plan(Contact c, Visit v) { " + stores + " } } }";
        return VerifyAsync(source, source);
    }

    /// <summary>What is narrower stays narrower: the value that was stored may do no more afterwards, and a second one of another label is told.</summary>
    [Fact]
    public Task LabelledMember_IsABorderFromThenOn() => VerifyAsync(
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            public class Visit
            {
                [DataSubjectId] public int Id;
                public string Remark = "";
            }
            public class Desk { void Plan(Contact c, Visit v) => v.{|ECRM1110:Remark|} = c.Email; [ForPurpose("marketing")] string Read(Visit v) => v.Remark; }
        }
        """,
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            public class Visit
            {
                [DataSubjectId] public int Id;
                [DataCategory("contact.email")]
                public string Remark = "";
            }
            public class Desk { void Plan(Contact c, Visit v) => v.Remark = c.Email; [ForPurpose("marketing")] string Read(Visit v) => v.{|ECRM2001:Remark|}; }
        }
        """);

    /// <summary>The finding may be older than the file.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("[System.Obsolete] ", true)]
    [InlineData("[DataCategory(\"contact.phone\")] ", false)]
    [InlineData("[Ethics.Crm.CollectedForAttribute(\"support\")] ", false)]
    public async Task MemberThatSomebodyHasLabelledMeanwhile_IsLeftAlone(string attribute, bool isFound)
    {
        var project = Assert.Single(Editor.Of($"using Ethics.Crm;\npublic class Visit {{ [DataSubjectId] public int Id; {attribute}public string? Remark; }}").Open().Projects);
        var descriptor = Assert.Single(new FlowAnalyzer().SupportedDiagnostics, one => one.Id == "ECRM1110");
        var properties = System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(StoredLabels.MemberProperty, "F:Visit.Remark").Add(StoredLabels.CategoryProperty, "contact.email");
        var old = Microsoft.CodeAnalysis.Diagnostic.Create(descriptor, Microsoft.CodeAnalysis.Location.None, properties);

        Assert.Equal(isFound, await MemberLabelling.FindAsync(project, old, default) is not null);
    }

    /// <summary>Each file stores in one member, in each of two projects.</summary>
    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 4)]
    public async Task Scope_ReachesWhatItsFilesStore(FixAllScope scope, int labelled)
    {
        const string Visit = "using Ethics.Crm;\nnamespace Acme.Crm { public class Visit { [DataSubjectId] public int Id; public string? Remark; public string? Other; } }";
        static string Desk(string member) => $"namespace Acme.Crm {{ public class Desk{member} {{ public void Plan(Contact c, Visit v) => v.{member} = c.Email; }} }}";
        var editor = new Editor
        {
            Files = [.. new[] { "App", "Lib" }.SelectMany(project => new EditorFile[]
            {
                new(project, $"/{project}/Contact.cs", Models.Contact), new(project, $"/{project}/Desk1.cs", Desk("Remark")), new(project, $"/{project}/Desk2.cs", Desk("Other")), new(project, $"/{project}/Visit.cs", Visit),
            })],
        };

        var changed = await Editor.FixAsync(editor.Open(), new LabelMemberCodeFix(), scope, "/App/Desk1.cs", new FlowAnalyzer());

        var texts = await Editor.TextsAsync(changed!);
        Assert.Contains("[DataCategory(", texts[3], StringComparison.Ordinal);
        Assert.Equal(labelled, texts.Where((_, index) => index % 4 == 3).Sum(text => text.Split("[DataCategory(").Length - 1));
    }

    private static Task VerifyAsync(string source, string expected)
    {
        var check = new CodeFixCheck([new FlowAnalyzer(), new MisusedReadAnalyzer()], new LabelMemberCodeFix()) { CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck };
        check.TestState.Sources.Add(source);
        check.TestState.Sources.Add(Models.Contact);
        check.FixedState.Sources.Add(expected);
        check.FixedState.Sources.Add(Models.Contact);
        check.Policies.Add(TestPolicy.Of(Policies.Fabrikam));
        return check.RunAsync();
    }
}
