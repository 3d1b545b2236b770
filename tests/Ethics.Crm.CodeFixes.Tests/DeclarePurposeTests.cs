using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.CodeFixes.Reads;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.CodeFixes.Tests;

public sealed class DeclarePurposeTests
{
    [Fact]
    public Task MethodWithoutPurpose_GetsTheOneThatTheDataPermits() => VerifyAsync(
        """
        using System;
        namespace Acme.Crm
        {
            public class Desk
            {
                /// <summary>Answers.</summary>
                public string Answer(Contact contact) => contact.{|ECRM2005:Email|};
            }
        }
        """,
        """
        using System;
        using Ethics.Crm;
        namespace Acme.Crm
        {
            public class Desk
            {
                /// <summary>Answers.</summary>
                [ForPurpose("support")]
                public string Answer(Contact contact) => contact.Email;
            }
        }
        """);

    [Fact]
    public Task GeneratedConstant_IsUsedWhereThereIsOne() => VerifyAsync(
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            static class Purposes { public const string Support = "support"; }
            public class Desk
            {
                [System.Obsolete]
                public string Answer(Contact contact) { return contact.{|ECRM2005:Email|}; }
            }
        }
        """,
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            static class Purposes { public const string Support = "support"; }
            public class Desk
            {
                [System.Obsolete]
                [ForPurpose(Purposes.Support)]
                public string Answer(Contact contact) { return contact.Email; }
            }
        }
        """);

    [Fact]
    public Task SeveralReadsOfOneMethod_DeclareOnceByFixAll() => VerifyAsync(
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            public class Desk
            {
                public string Answer(Contact contact) => contact.{|ECRM2005:Email|} + contact.{|ECRM2005:Phone|};
                public string Mail { get { System.Func<Contact, string> f = c => c.{|ECRM2005:Email|}; return ""; } }
                private readonly string first = new Contact().{|ECRM2005:Email|};
            }
        }
        """,
        """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            [ForPurpose("support")]
            public class Desk
            {
                [ForPurpose("support")]
                public string Answer(Contact contact) => contact.Email + contact.Phone;

                [ForPurpose("support")]
                public string Mail { get { System.Func<Contact, string> f = c => c.Email; return ""; } }
                private readonly string first = new Contact().Email;
            }
        }
        """,
        check => check.CodeActionEquivalenceKey = "Ethics.Crm.DeclarePurpose:support");

    [Fact]
    public Task PurposeThatTheDataDoesNotPermit_IsNotOffered()
    {
        const string source = """
            namespace Acme.Crm
            {
                public class Desk { public string Answer(Contact contact) => contact.{|ECRM2005:Email|}; }
            }
            """;
        return VerifyAsync(source, source, check => check.CodeActionEquivalenceKey = "Ethics.Crm.DeclarePurpose:marketing");
    }

    [Fact]
    public Task PurposeThatAnotherReadOfTheBodyDoesNotPermit_IsNotOffered()
    {
        const string source = """
            namespace Acme.Crm
            {
                public class Desk { public string Answer(Contact contact) => contact.{|ECRM2005:Phone|} + contact.{|ECRM2005:Email|}; }
            }
            """;
        return VerifyAsync(source, source, check => check.CodeActionEquivalenceKey = "Ethics.Crm.DeclarePurpose:marketing");
    }

    [Fact]
    public Task PurposeThatEveryReadOfTheBodyPermits_IsOfferedInAllFilesAndForBodiesThatPermitIt()
    {
        var other = """
            namespace Acme.Crm
            {
                public class Other { public string Call(Contact contact) => contact.{|ECRM2005:Phone|}; public string Mail(Contact contact) => contact.{|ECRM2005:Email|}; }
            }
            """;
        return VerifyAsync(
            """
            namespace Acme.Crm
            {
                public class Desk
                {
                    public string Answer(Contact contact) => contact.{|ECRM2005:Phone|};
                    public string Note { get { return new Contact().{|ECRM2005:Note|} + PurposedRead(new Contact()); } }
                    string PurposedRead(Contact contact) { using var scope = Ethics.Crm.PurposeScope.Enter("support"); return contact.Email; }
                }
            }
            """,
            """
            using Ethics.Crm;
            namespace Acme.Crm
            {
                public class Desk
                {
                    [ForPurpose("support")]
                    public string Answer(Contact contact) => contact.Phone;

                    [ForPurpose("support")]
                    public string Note { get { return new Contact().Note + PurposedRead(new Contact()); } }
                    string PurposedRead(Contact contact) { using var scope = Ethics.Crm.PurposeScope.Enter("support"); return contact.Email; }
                }
            }
            """,
            check =>
            {
                check.CodeActionEquivalenceKey = "Ethics.Crm.DeclarePurpose:support";
                check.TestState.Sources.Add(other);
                check.FixedState.Sources.Add("""
                    using Ethics.Crm;
                    namespace Acme.Crm
                    {
                        public class Other { [ForPurpose("support")] public string Call(Contact contact) => contact.Phone; [ForPurpose("support")] public string Mail(Contact contact) => contact.Email; }
                    }
                    """);
            });
    }

    [Theory]
    [InlineData("[ForPurpose()] public class Job { public string Send(Contact contact) => contact.{|ECRM2001:Email|}; }")]
    [InlineData("public class Job { [ForPurpose(\"marketing\")] public string Send(Contact contact) => contact.{|ECRM2001:Email|}; }")]
    [InlineData("public class Job { public string Send(Contact contact) { using var s = PurposeScope.Enter(\"marketing\"); return contact.{|ECRM2001:Email|}; } }")]
    [InlineData("public class Job { public string Send(Contact contact, string p) { using var s = PurposeScope.Enter(p); return contact.Email; } }")]
    [InlineData("[ForPurpose(\"marketing\")] public interface IJob { string Send(Contact contact); } public class Job : IJob { public string Send(Contact contact) => contact.{|ECRM2001:Email|}; }")]
    public Task PurposeDeclaredInAnyWay_IsNeverChanged(string code)
    {
        var source = "using Ethics.Crm;\nnamespace Acme.Crm { " + code + " }";
        return VerifyAsync(source, source);
    }

    /// <summary>The declaration goes to the member that a person wrote; where there is none, to the type.</summary>
    [Theory]
    [InlineData("method of an extension block", "public static class X { extension(Contact c) { HERE public string To() => c.READ; } }")]
    [InlineData("property of an extension block", "public static class X { extension(Contact c) { HERE public string To => c.READ; } }")]
    [InlineData("static member of an extension block", "public static class X { extension(Contact) { HERE public static string Of(Contact c) { return c.READ; } } }")]
    [InlineData("call of the base of a primary constructor", "HERE public class X(Contact c) : System.Exception(c.READ) { }")]
    [InlineData("call of the base of a record", "public record B(string Mail); HERE public record X(Contact C) : B(C.READ);")]
    [InlineData("call of the base of a constructor", "public class X : System.Exception { HERE public X(Contact c) : base(c.READ) { } }")]
    [InlineData("event accessor", "public class X { Contact c = new(); public event System.Action E { HERE add { System.Console.WriteLine(c.READ); } remove { } } }")]
    [InlineData("other event accessor", "public class X { Contact c = new(); public event System.Action E { add { } HERE remove { System.Console.WriteLine(c.READ); } } }")]
    [InlineData("indexer", "public class X { HERE public string this[Contact c] => c.READ; }")]
    [InlineData("operator", "public class X { HERE public static string operator +(X x, Contact c) => c.READ; }")]
    [InlineData("conversion", "public class X { Contact c = new(); HERE public static implicit operator string(X x) => x.c.READ; }")]
    [InlineData("finalizer", "public class X { Contact c = new(); HERE ~X() { System.Console.WriteLine(c.READ); } }")]
    [InlineData("local function", "public class X { HERE public string M(Contact c) { return L(); string L() => c.READ; } }")]
    [InlineData("explicit implementation", "public interface I { string M(Contact c); } public class X : I { HERE string I.M(Contact c) => c.READ; }")]
    [InlineData("default member of an interface", "public interface I { HERE string M(Contact c) => c.READ; }")]
    public Task MemberOfEveryKind_GetsTheDeclaration(string form, string code)
    {
        Assert.NotEmpty(form);
        return VerifyAsync(
            "using Ethics.Crm;\nnamespace Acme.Crm { " + code.Replace("HERE ", "").Replace("READ", "{|ECRM2005:Email|}") + " }",
            "using Ethics.Crm;\nnamespace Acme.Crm { " + code.Replace("HERE ", "[ForPurpose(\"support\")] ").Replace("READ", "Email") + " }",
            check => check.CodeActionEquivalenceKey = "Ethics.Crm.DeclarePurpose:support");
    }

    [Fact]
    public Task CodeThatDeclaresAPurpose_IsNeverTouched()
    {
        const string source = """
            using Ethics.Crm;
            namespace Acme.Crm
            {
                [ForPurpose("marketing")]
                public class Job { public string Send(Contact contact) => contact.{|ECRM2001:Email|}; }
            }
            """;
        return VerifyAsync(source, source);
    }

    /// <summary>The finding may be older than the file: what somebody has declared meanwhile is not declared again.</summary>
    [Theory]
    [InlineData("string M(C c) => c.Read;", true)]
    [InlineData("[ForPurpose(\"support\")] string M(C c) => c.Read;", false)]
    [InlineData("[System.Obsolete, Ethics.Crm.ForPurposeAttribute(\"support\")] string M(C c) => c.Read;", false)]
    [InlineData("event System.Action E { [ForPurpose(\"support\")] add { _ = c.Read; } remove { } }", false)]
    public void PurposeDeclaredMeanwhile_IsSeen(string member, bool isFound)
    {
        var root = CSharpSyntaxTree.ParseText("class C { " + member + " }").GetRoot();
        var read = root.DescendantNodes().OfType<IdentifierNameSyntax>().Single(name => name.Identifier.ValueText == "Read");

        Assert.Equal(isFound, PurposeDeclaration.Find(root, read.Span) is not null);
    }

    /// <summary>Among the directives of namespaces, before those of aliases and of static classes, in the line ends of the file.</summary>
    [Theory]
    [InlineData("using System;\nusing static System.Math;\nusing Text = System.Text.StringBuilder;\n", "using System;\nusing Ethics.Crm;\nusing static System.Math;\nusing Text = System.Text.StringBuilder;\n")]
    [InlineData("using Text = System.Text.StringBuilder;\n", "using Ethics.Crm;\nusing Text = System.Text.StringBuilder;\n")]
    [InlineData("using static System.Math;\n", "using Ethics.Crm;\nusing static System.Math;\n")]
    [InlineData("using System;\r\nusing System.IO;\r\n", "using System;\r\nusing System.IO;\r\nusing Ethics.Crm;\r\n")]
    public Task UsingDirective_StandsAmongItsLike(string before, string after)
        => VerifyAsync(
            before + "namespace Acme.Crm { public class Desk { public string M(Contact c) => c.{|ECRM2005:Email|}; } }",
            after + "namespace Acme.Crm { public class Desk { [ForPurpose(\"support\")] public string M(Contact c) => c.Email; } }",
            check => check.CodeActionEquivalenceKey = "Ethics.Crm.DeclarePurpose:support");

    /// <summary>A read of a field's initialiser is declared at the type, and so for its other initialisers too: for all of a file a type of which one forbids the purpose is left to people.</summary>
    [Fact]
    public async Task TypeOfWhichAnotherInitialiserForbidsThePurpose_IsLeftOutByFixAll()
    {
        const string Model = """
            using Ethics.Crm;
            public class Contact
            {
                [DataSubjectId] public int Id;
                [DataCategory("contact.email")] public string Email = "";
                [DataCategory("contact.phone"), CollectedFor("billing")] public string Bill = "";
            }

            """;
        const string Both = "public class Both { string email = new Contact().Email; string bill = new Contact().Bill; }";
        const string One = "public class One { string email = new Contact().Email; }";
        var editor = Editor.Of(Model + Both + "\n" + One);

        var changed = await Editor.FixAsync(editor.With(editor.Open(), "EthicsCrmStrict", "true"), new DeclarePurposeCodeFix(), FixAllScope.Document, rule: new UndeclaredReadAnalyzer());

        var text = Assert.Single(await Editor.TextsAsync(changed!));
        Assert.Contains("\n" + Both, text, StringComparison.Ordinal);
        Assert.Single(text.Split("[ForPurpose(").Skip(1));
    }

    private static Task VerifyAsync(string source, string fixedSource, Action<CodeFixCheck>? configure = null)
    {
        var check = new CodeFixCheck([new UndeclaredReadAnalyzer(), new MisusedReadAnalyzer()], new DeclarePurposeCodeFix());
        check.TestState.Sources.Add(source);
        check.TestState.Sources.Add(Models.Contact);
        check.FixedState.Sources.Add(fixedSource);
        check.FixedState.Sources.Add(Models.Contact);
        check.Policies.Add(TestPolicy.Of(Policies.Fabrikam));
        check.BuildProperties["EthicsCrmStrict"] = "true";
        configure?.Invoke(check);
        return check.RunAsync();
    }
}
