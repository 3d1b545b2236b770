using Ethics.Crm.Decisions;
using Ethics.Crm.Policies;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests;

/// <summary>A changed policy is told of also where it changes no label: terms of contacts, code, where data may go, and what people must be told.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class WhatOpensElsewhereTests
{
    private const string Recipient = "\"recipients\": { \"m\": { \"for\": [\"support\"], \"categories\": [\"contact.email\"] } }, ";
    private const string Audit = "\"enforcement\": { \"categories\": { \"contact.age\": \"audit\" } }, ";

    public static TheoryData<string, string, string> Terms => new()
    {
        { ", \"quietHours\": \"21:00/08:00\"", "", "for 'marketing', people may be contacted at hours that were quiet (21:00/08:00)" },
        { ", \"quietHours\": \"21:00/08:00\"", ", \"quietHours\": \"23:00/05:00\"", "for 'marketing.email', people may be contacted at hours that were quiet" },
        { ", \"frequency\": \"1/P7D\"", "", "for 'marketing', people may be contacted more often than 1/P7D" },
        { ", \"frequency\": \"1/P7D\"", ", \"frequency\": \"1000/P7D\"", "for 'marketing.email', people may be contacted more often than 1/P7D" },
        { ", \"channels\": [\"email\"]", "", "for 'marketing', people may be contacted by other channels than email" },
        { ", \"channels\": [\"email\"]", ", \"channels\": [\"email\", \"phone\"]", "for 'marketing.email', people may be contacted by phone" },
    };

    public static TheoryData<string, string, string> Sections => new()
    {
        { "\"code\": { \"Acme.Mail.**\": [\"support\", \"billing\"] }", "\"code\": { \"Acme.Mail.**\": [\"support\"] }", "code in 'Acme.Mail.**' works no longer for billing, which need not permit what it reads any more" },
        { "\"code\": { \"Acme.Mail.**\": [\"support\", \"billing\"] }", "\"code\": { \"Acme.Mail.**\": [\"support\", \"billing\"], \"Acme.Mail.News.**\": [\"support\"] }", "code in 'Acme.Mail.News.**' works no longer for billing" },
        { "\"code\": { \"Acme.Mail.Job\": [\"support\", \"billing\"] }", "\"code\": { \"Acme.Mail.Job\": [\"support\", \"billing\"], \"Acme.Mail.Job.Run\": [\"support\"] }", "code in 'Acme.Mail.Job.Run' works no longer for billing" },
        { "\"code\": { \"Acme.Mail.**\": { \"purposes\": [\"support\"], \"only\": true } }", "\"code\": { \"Acme.Mail.**\": [\"support\"] }", "code in 'Acme.Mail.**' may declare other purposes than support" },
        { Recipient + Field("contact.age"), Recipient + Field("contact.email"), "'Acme.X.Y' may now go to m" },
        { Recipient + "\"fields\": { \"Acme.X.Y\": { \"collectedFor\": [\"support\"] } }", Recipient + Field("contact.email"), "'Acme.X.Y' may now go to m" },
        { Audit + Field("content.note"), Audit + Field("contact.age"), "refusals of 'Acme.X.Y' are 'audit' instead of 'enforce'" },
    };

    private static string Field(string category) => $"\"fields\": {{ \"Acme.X.Y\": {{ \"category\": \"{category}\", \"collectedFor\": [\"support\"] }} }}";

    [Theory, MemberData(nameof(Terms))]
    public void TermsOfContactsThatAreLoosened_AreAWarning_AndTheirWayBackIsNone(string old, string now, string sentence) => AssertTold(WithTerms(old), WithTerms(now), sentence);

    [Theory, MemberData(nameof(Sections))]
    public void WhatOpensWithoutALabel_IsAWarning_AndItsWayBackIsNone(string old, string now, string sentence) => AssertTold(TestHost.With(old), TestHost.With(now), sentence);

    /// <summary>A source that the policy does not declare is not the person, so it need not declare any.</summary>
    [Fact]
    public void PurposeThatTheLawRequires_NeedNotBeToldOf() => AssertTold(
        TestHost.Policy, TestHost.Policy.Replace("\"billing\":         { \"basis\": \"contract\" }", "\"billing\": { \"basis\": \"legal-obligation\" }").Replace("\"billing\": { \"basis\": \"contract\" }", "\"billing\": { \"basis\": \"legal-obligation\" }"),
        "for 'billing', data that the person did not give may be used before the person has been told");

    [Fact]
    public async Task HoursThatAreQuietNoLonger_AreToldBeforeAnybodyIsWoken()
    {
        using var host = new TestHost(WithTerms(", \"quietHours\": \"11:00/13:00\""), static o => o.TimeZone = static (_, _) => TimeZoneInfo.Utc);
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        var contacts = host.Services.GetRequiredService<IContactLog>();
        Assert.False((await contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);

        Assert.True(host.Reload(WithTerms("")));
        Assert.Single(host.Log.At(LogLevel.Warning));
        Assert.True((await contacts.TryContactAsync(TestHost.Person(7), "marketing", "email")).Allowed);
    }

    /// <summary>Another host's file must say the same first, as with labels.</summary>
    [Fact]
    public void TermsThatAreLoosened_WaitForTheFilesOfOtherHosts()
    {
        using var one = new TestHost(WithTerms(", \"quietHours\": \"21:00/08:00\""));
        using var two = new TestHost(WithTerms(", \"quietHours\": \"21:00/08:00\""));

        Assert.False(one.Reload(WithTerms("")));
        Assert.Contains("hours that were quiet", one.Log.At(LogLevel.Error)[0]);
        Assert.True(two.Reload(WithTerms("")));
        Assert.True(one.Reload());
    }

    /// <summary>Code that declares nothing worked for what its assembly or the mapping of an endpoint says, and does again: either may be less than the other.</summary>
    [Theory]
    [InlineData("\"Acme.Mail.**\": [\"support\"]", "\"x-none\": 1", "code in 'Acme.Mail.**' works for support", "code in 'Acme.Mail.**' is no longer said to work for support")]
    [InlineData("\"Acme.Mail.**\": [\"support\"]", "\"Acme.Mail.**\": null", "code in 'Acme.Mail.**' works for support", "code in 'Acme.Mail.**' is no longer said to work for support")]
    // An interface by its exact name speaks for all that implements it, before any pattern.
    [InlineData("\"Acme.**\": [\"support\", \"billing\"], \"Lib.**\": [\"support\"], \"Lib.IJob\": [\"support\"]", "\"Acme.**\": [\"support\", \"billing\"], \"Lib.**\": [\"support\"]", "code that derives from 'Lib.IJob' may work no longer for billing", null)]
    [InlineData("\"Acme.**\": [\"support\"], \"Lib.**\": [\"support\", \"billing\"], \"Lib.IJob\": [\"support\", \"billing\"]", "\"Acme.**\": [\"support\"], \"Lib.**\": [\"support\", \"billing\"]", null, "code that derives from 'Lib.IJob' may work no longer for billing")]
    public void CodeOfWhichSomethingIsSaid_OrNoLonger_IsAWarningEitherWay(string with, string without, string? comes, string? goes)
    {
        var (said, unsaid) = (TestHost.With($"\"code\": {{ {with} }}"), TestHost.With($"\"code\": {{ {without} }}"));
        using var host = new TestHost(unsaid);
        foreach (var (policy, sentence) in new[] { (said, comes), (unsaid, goes) })
        {
            Assert.True(host.Reload(policy));
            Assert.True(sentence is null ? host.Log.At(LogLevel.Warning).Count == 0 : Assert.Single(host.Log.At(LogLevel.Warning)).Contains(sentence, StringComparison.Ordinal), string.Join("\n", host.Log.At(LogLevel.Warning)));
            host.Log.Clear();
        }
    }

    /// <summary>There it gives code a purpose that declares none, so the way back opens too.</summary>
    [Fact]
    public void CeilingThatIsTakenOut_IsAWarning()
    {
        using var host = new TestHost(TestHost.With("\"code\": { \"Acme.Mail.**\": { \"purposes\": [\"support\"], \"only\": true } }"));

        Assert.True(host.Reload(TestHost.With("\"x-none\": 1")));
        Assert.Contains("code in 'Acme.Mail.**' may declare other purposes than support", Assert.Single(host.Log.At(LogLevel.Warning)));
    }

    /// <summary>Code may have given the purposes alone, and data without a category goes nowhere.</summary>
    [Fact]
    public void EntryWhereThereWasNone_IsComparedByRecipientsToo()
    {
        using var host = new TestHost(TestHost.With(Recipient + "\"x-none\": 1"));

        Assert.True(host.Reload(TestHost.With(Recipient + Field("contact.email"))));
        Assert.Contains("'Acme.X.Y' may now go to m", Assert.Single(host.Log.At(LogLevel.Warning)));
    }

    [Fact]
    public void PolicyThatNothingTouchesMeanwhile_IsLookedAtOnce()
    {
        using var host = new TestHost();
        var reading = PolicyReading.Of(host.Write("other.json", TestHost.Policy.Replace("\"contact.age\": {}", "\"contact.age\": { \"collectedFor\": [\"billing\"] }")));
        var looks = 0;

        var offer = HostRegistry.Instance.Offer(host.Host, reading, _ => ++looks < 0);

        Assert.Equal((1, true), (looks, offer.IsInForce));
        Assert.Contains("'contact.age' becomes permitted for billing", offer.Change!.Opens);
    }

    /// <summary>What was compared is no longer in force: it is compared again, so that what opens is told as it is.</summary>
    [Fact]
    public void PolicyThatIsTakenMeanwhile_IsComparedAgain()
    {
        using var host = new TestHost();
        var closed = TestHost.Policy.Replace("\"collectedFor\": [\"support\", \"marketing\", \"analytics\", \"fraud\"]", "\"collectedFor\": [\"support\"]");
        Assert.NotEqual(TestHost.Policy, closed);
        var (open, tight) = (PolicyReading.Of(host.Write("open.json", TestHost.Policy.Replace("\"content.note\": {}", "\"content.note\": { \"collectedFor\": [\"billing\"] }"))), PolicyReading.Of(host.Write("tight.json", closed)));
        var looks = 0;

        var offer = HostRegistry.Instance.Offer(host.Host, open, _ =>
        {
            if (looks++ == 0)
                Assert.True(HostRegistry.Instance.Offer(host.Host, tight, static _ => false).IsInForce);
            return false;
        });

        Assert.Equal(2, looks);
        Assert.Contains("'contact.email' becomes permitted for analytics, fraud, marketing, marketing.email", offer.Change!.Opens);
    }

    private static string WithTerms(string terms)
    {
        const string Entry = "\"marketing\":       { \"basis\": \"consent\" }";
        Assert.Contains(Entry, TestHost.Policy);
        return TestHost.Policy.Replace(Entry, "\"marketing\": { \"basis\": \"consent\"" + terms + " }");
    }

    private static void AssertTold(string before, string after, string sentence)
    {
        Assert.NotEqual(before, after);
        using var host = new TestHost(before);

        Assert.True(host.Reload(after));
        Assert.Contains(sentence, Assert.Single(host.Log.At(LogLevel.Warning)));
        host.Log.Clear();

        Assert.True(host.Reload(before));
        Assert.Empty(host.Log.At(LogLevel.Warning));
        Assert.DoesNotContain("It closes: nothing", Assert.Single(host.Log.At(LogLevel.Information)));
    }
}
