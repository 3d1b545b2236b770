using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.CodeFixes.Reads;
using Ethics.Crm.TestKit;

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
