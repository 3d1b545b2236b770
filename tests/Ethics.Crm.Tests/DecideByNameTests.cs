using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests;

/// <summary>Decisions name members: they are known by full name before anything has read them, and everything else is refused in words.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class DecideByNameTests
{
    private const string Unused = "Ethics.Crm.Tests.Fixtures.Unused.";

    private static readonly SubjectKey Person = TestHost.Person(7);

    [Theory]
    [InlineData("Guarded.Email", "support", true)]
    [InlineData("Guarded.Email", "billing", false)]
    [InlineData("Plain.ByCategory", "support", true)]
    [InlineData("Plain.ByCategory", "billing", false)]
    [InlineData("Plain.ByAttributeClass", "billing", true)]
    [InlineData("Plain.ByAttributeClass", "support", false)]
    [InlineData("Plain.ByForeignAttribute", "billing", true)]
    [InlineData("Plain.ByForeignAttribute", "support", false)]
    [InlineData("Plain.Shared", "billing", true)]
    // Where several declarations speak they intersect.
    [InlineData("Derived.Shared", "billing", false)]
    [InlineData("Derived.Shared", "support", true)]
    [InlineData("Derived.ByCategory", "support", true)]
    [InlineData("Plain.Field", "billing", true)]
    [InlineData("Plain.Nested.Email", "billing", true)]
    [InlineData("Positional.Email", "billing", true)]
    [InlineData("Positional.Email", "support", false)]
    // So do several places of one.
    [InlineData("Plain.OnAccessor", "billing", true)]
    [InlineData("Plain.OnAccessor", "support", false)]
    [InlineData("Plain.OnBackingField", "billing", true)]
    [InlineData("Plain.OnBackingField", "support", false)]
    [InlineData("Plain.ByTwoAttributeClasses", "billing", false)]
    [InlineData("Plain.ByTwoAttributeClasses", "support", false)]
    [InlineData("Twice.Email", "billing", true)]
    [InlineData("Generic.Value", "billing", true)]
    [InlineData("Generic.Value", "support", false)]
    public void Member_IsKnownByFullName_BeforeItsTypeIsUsed(string member, string purpose, bool allowed)
    {
        using var host = new TestHost(TestHost.With($$"""  "attributes": { "{{Unused}}ForeignAttribute": { "category": "contact.email", "collectedFor": ["billing"] } }"""));

        Assert.Equal(allowed, host.Decisions.Decide(Person, Unused + member, purpose).Allowed);
    }

    /// <summary>What the policy says of a base of a foreign attribute holds where it says nothing nearer.</summary>
    [Theory]
    [InlineData("Plain.ByDerivedForeignAttribute", "billing", true)]
    [InlineData("Plain.ByDerivedForeignAttribute", "support", false)]
    [InlineData("Plain.ByForeignBaseAttribute", "billing", false)]
    [InlineData("Plain.ByForeignBaseAttribute", "support", true)]
    public void NearestForeignAttribute_HasItsSay(string member, string purpose, bool allowed)
    {
        using var host = new TestHost(TestHost.With(
            $$"""  "attributes": { "{{Unused}}ForeignBaseAttribute": { "category": "contact.email", "collectedFor": ["support"] }, "{{Unused}}NearAttribute": { "collectedFor": ["billing"] } }"""));

        Assert.Equal(allowed, host.Decisions.Decide(Person, Unused + member, purpose).Allowed);
    }

    /// <summary>A parameter speaks for a member where the build listens to it: in the list of a record, under that name and of that type.</summary>
    [Theory]
    [InlineData("SameNameInClass.Email", "billing", false)]
    [InlineData("SameNameAsField.email", "billing", false)]
    [InlineData("OtherPurposesThanItsField.email", "billing", false)]
    [InlineData("OtherPurposesThanItsField.email", "support", true)]
    [InlineData("OtherType.Email", "billing", false)]
    [InlineData("SecondConstructor.Email", "billing", false)]
    [InlineData("StructWithTwo.Email", "billing", false)]
    [InlineData("StructWithTwo.Email", "support", true)]
    [InlineData("PositionalField.Email", "billing", true)]
    [InlineData("PositionalField.Email", "support", false)]
    [InlineData("PositionalStruct.Email", "billing", true)]
    [InlineData("PositionalStruct.Email", "support", false)]
    [InlineData("PositionalGeneric.Value", "billing", true)]
    [InlineData("PositionalGeneric.Value", "support", false)]
    [InlineData("OwnDeconstruct.Email", "support", false)]
    [InlineData("OwnSilentDeconstruct.Email", "support", true)]
    public void ParameterOfAConstructor_SpeaksForAMember_WhereTheBuildListensToIt(string member, string purpose, bool allowed)
    {
        using var host = new TestHost();

        Assert.Equal(allowed, host.Decisions.Decide(Person, Unused + member, purpose).Allowed);
    }

    [Fact]
    public void LabelledParameterOfARecordThatDeconstructsItself_IsRefusedInWords()
    {
        using var host = new TestHost();

        var decision = host.Decisions.Decide(Person, Unused + "OwnDeconstruct.Email", "billing");

        Assert.False(decision.Allowed);
        Assert.Contains(nameof(System.Reflection.AmbiguousMatchException), decision.Reason);
    }

    [Theory]
    [InlineData(Unused + "Plain.Unlabelled")]
    [InlineData(Unused + "Plain.Nothing")]
    [InlineData("Nowhere.Email")]
    [InlineData("not a name, [at] all*.x")]
    [InlineData("Plain.ByCategory")]
    public void WhatIsNoLabelledMember_IsRefused_AndTheReasonSaysHowMembersAreNamed(string member)
    {
        using var host = new TestHost();

        var decision = host.Decisions.Decide(Person, member, "support");

        Assert.False(decision.Allowed);
        Assert.Contains("full name", decision.Reason);
    }

    [Fact]
    public void BeforeTheStart_AfterAFailedOne_AndAfterTheEnd_EverythingIsRefusedInWords()
    {
        using var host = new TestHost("{", start: false);
        var decisions = host.Decisions;
        Assert.Contains("has not started", Refused(decisions));

        Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm());
        Assert.Contains(host.PolicyPath, Refused(decisions));

        host.Write("ethics.policy.json", TestHost.Policy);
        host.Services.UseEthicsCrm();
        Assert.True(decisions.Decide(Person, "contact.email", "support").Allowed);
        ((IDisposable)host.Services).Dispose();
        Assert.Contains("has stopped", Refused(decisions));

        static string Refused(IPurposeDecisions decisions)
        {
            var decision = decisions.Decide(Person, "contact.email", "support");
            Assert.False(decision.Allowed);
            return decision.Reason;
        }
    }

    [Theory]
    [InlineData(null, "contact.email")]
    [InlineData("support", null)]
    [InlineData(" ", "contact.email")]
    public void NothingNamed_IsRefused(string? purpose, string? member)
    {
        using var host = new TestHost();

        Assert.False(host.Decisions.Decide(Person, member!, purpose!).Allowed);
    }
}
