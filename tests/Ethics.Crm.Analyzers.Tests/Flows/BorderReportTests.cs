using System.Collections.Immutable;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What the findings at borders say: what is permitted, what the label there lets the value do, and the way to there.</summary>
public sealed class BorderReportTests
{
    private const string Scenery =
        """
        using System; using System.Collections.Generic; using Acme.Crm; using Ethics.Crm;
        public class Lead
        {
            [DataSubjectId] public int Id { get; set; }
            [DataCategory("contact.email"), CollectedFor("marketing")] public string Wide { get; set; }
            public string Plain { get; set; }
        }
        public class Payer
        {
            [DataSubjectId] public int Id { get; set; }
            [DataCategory("financial.card"), CollectedFor("billing")] public string Card { get; set; }
            [DataCategory("financial.invoice"), CollectedFor("billing")] public string Reference { get; set; }
            [DataCategory("health"), CollectedFor("care")] public string Ill { get; set; }
            [DataCategory("content.note"), CollectedFor("support")] public string Note { get; set; }
            [DataCategory("identity"), CollectedFor("support", "care")] public string Free { get; set; }
            [DataCategory("identity"), CollectedFor("marketing")] public string Called { get; set; }
            [DataCategory("contact.phone"), CollectedFor("marketing")] public string Phone { get; set; }
            [DataCategory("origin"), CollectedFor("support", "credit-offer")] public string Origin { get; set; }
            [DataCategory("identity"), CollectedFor("support", "credit-offer")] public string Region { get; set; }
        }

        """;

    [Theory]
    [InlineData("void M(Contact c, Lead l) => l.Wide = c.Email;", "ECRM2007 'Contact.Email' is collected for support only but goes into 'Lead.Wide', which permits marketing and marketing.email")]
    [InlineData("void M(Contact c, Lead l) => l.Plain = c.Email;", "ECRM1110 'Contact.Email' is collected for support only but is stored in 'Lead.Plain', which has no label")]
    [InlineData("void M(Payer p) => p.Reference = p.Card;", "ECRM2007 'Payer.Card' may not be used so ('financial.card' may serve only billing) but goes into 'Payer.Reference', which permits fraud-prevention")]
    [InlineData("void M(Payer p) => p.Free = p.Ill;", "ECRM2007 'Payer.Ill' is collected for care only but goes into 'Payer.Free', which permits support")]
    [InlineData("void M(Payer p) => p.Free = p.Note;", "ECRM2007 'Payer.Note' is collected for support only but goes into 'Payer.Free', which permits care")]
    [InlineData("void M(Payer p) => p.Region = p.Origin;", "ECRM2007 'Payer.Origin' may not be used so ('origin' is protected, and credit-offer decides about people) but goes into 'Payer.Region', which permits credit-offer")]
    [InlineData("void M(Payer p) => p.Phone = p.Called;", "ECRM2007 'Payer.Called' may not be disclosed to 'mailchimp' but goes into 'Payer.Phone', which may be")]
    [InlineData("void M(Contact c) { var f = ([DataCategory(\"contact.email\"), CollectedFor(\"marketing\")] string s) => { }; f(c.Email); }", "ECRM2007 'Contact.Email' is collected for support only but goes into 'Job.M#s', which permits marketing and marketing.email")]
    public async Task Message_NamesBothEnds_WhatIsPermitted_AndWhatIsNew(string member, string expected)
    {
        var found = await FindAsync($"public class Job {{ {member} }}");

        var one = Assert.Single(found);
        Assert.Equal(expected, $"{one.Id} {one.Message}");
    }

    [Theory]
    [InlineData("\"sensitive\": true", "is sensitive")]
    [InlineData("\"special\": true", "is a special category of data")]
    [InlineData("\"protected\": true", "is protected")]
    [InlineData("\"inConfidence\": true", "was told in confidence")]
    [InlineData("\"proxyFor\": [\"origin\"]", "gives 'origin' away")]
    [InlineData("\"title\": \"x\"", null)]
    public async Task FlagThatIsDropped_IsSaid(string flag, string? words)
    {
        var policy =
            $$"""
            { "version": 1,
              "categories": { "a": { {{flag}} }, "b": { "title": "b" }, "origin": { "title": "o" } },
              "purposes": { "care": { "basis": "contract", "article9": "Art. 9(2)(h)" } } }
            """;
        var found = await FlowRun.OverAsync(
            [("Job.cs", "using Ethics.Crm; public class P { [DataSubjectId] public int Id; [DataCategory(\"a\"), CollectedFor(\"care\")] public string A; [DataCategory(\"a\"), CollectedFor(\"care\")] public string Same; [DataCategory(\"b\"), CollectedFor(\"care\")] public string B; } public class Job { void M(P p, P q) { q.B = p.A; q.Same = p.A; q.A = p.B; } }")],
            policy: policy);

        Assert.Equal(words is null ? [] : [$"'P.A' {words} but goes into 'P.B', whose label does not say so"], found.Select(static one => one.Message));
    }

    [Fact]
    public async Task Way_IsToldFromItsSourceOn()
    {
        var one = Assert.Single(await FindAsync(
            """
            public class Dto { public string Mail { get; set; } }
            public class Job {
                static Dto Read(Contact c) => new Dto { Mail = c.Email };
                static void Write(Dto d, Lead l) => l.Wide = d.Mail;
                public void M(Contact c, Lead l) => Write(Read(c), l);
            }
            """));

        Assert.Equal(["1. 'Contact.Email' is read", "2. is returned by 'Job.Read'", "3. is handed to 'Job.Write'"], one.Steps.Select(static step => step[..step.IndexOf(" @ ", StringComparison.Ordinal)]));
        Assert.Equal("Job.cs: static void Write(Dto d, Lead l) => l.Wide = d.Mail; [42: Wide]", one.Place);
    }

    [Fact]
    public async Task TwoSources_AreTwoFindings_AndOneSourceInTwoMembersToo()
    {
        var found = await FindAsync("public class Job { void M(Contact c, Payer p, Lead l) { l.Wide = c.Email + p.Note; l.Plain = c.Email; } }");

        Assert.Equal(["ECRM1110", "ECRM2007", "ECRM2007"], found.Select(static one => one.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>One member to be labelled is one finding, however many values of an object are copied into it.</summary>
    [Fact]
    public async Task SeveralValuesThatAreStoredInOneMember_AreOneFinding_WithTheWayOfEach()
    {
        var one = Assert.Single(await FindAsync("public class Job { void M(Contact c, Payer p, Lead l) { var n = p.Note; l.Plain = c.Email + n + p.Card + c.Email; } }"));

        Assert.Equal("ECRM1110 'Contact.Email' is collected for support only but is stored in 'Lead.Plain', which has no label, and so are 'Payer.Card' and 'Payer.Note'", $"{one.Id} {one.Message}");
        Assert.Equal(["1. 'Contact.Email' is read", "2. 'Contact.Email' is read", "3. 'Payer.Card' is read", "4. 'Payer.Note' is read"], one.Steps.Select(static step => step[..step.IndexOf(" @ ", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("two members", "void M(Contact c, Lead l, Payer p) { l.Plain = c.Email; p.Free = \"\"; l.Id = p.Note.Length; }")]
    [InlineData("two places", "void M(Contact c, Lead l, Payer p) { l.Plain = c.Email; l.Plain = p.Note; }")]
    public async Task OtherMemberOrPlace_IsAFindingOfItsOwn(string form, string member)
    {
        var found = await FindAsync($"public class Job {{ {member} }}");

        Assert.NotEmpty(form);
        Assert.Equal(2, found.Count(static one => one.Id == "ECRM1110"));
        Assert.DoesNotContain(found, static one => one.Message.Contains("and so", StringComparison.Ordinal));
    }

    private static async Task<ImmutableArray<ToldFinding>> FindAsync(string members) => await FlowRun.OverAsync([("Job.cs", Scenery + members)]);
}
