using Ethics.Crm.Abstractions.Tests.Fixtures;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Gate;

/// <summary>Without a host the gate follows what the build resolved.</summary>
public sealed class BuildAnswerTests
{
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public void PermittedPurpose_ReturnsTheValue()
    {
        using var scope = PurposeScope.Enter("support");
        Assert.Equal("x@example.org", _contact.Email);
        Assert.Equal("x@example.org", _contact.Email);
        Assert.Equal("calls late", _contact.Note);
        Assert.Equal(44, _contact.Age);
    }

    [Fact]
    public void PurposeItWasNotCollectedFor_IsRefusedWithNamesOnly()
    {
        using var scope = PurposeScope.Enter("credit");
        var refused = Assert.Throws<PurposeViolationException>(() => _contact.Email);
        Assert.Equal("Contact.Email", refused.Member);
        Assert.Equal(["credit"], refused.Purposes);
        Assert.Equal(["support", "billing", "marketing"], refused.Permitted);
        Assert.Equal(Refusal.NotPermitted, refused.Refusal);
        Assert.Null(refused.Rule);
        Assert.Equal("'Contact.Email' is collected for support, billing, marketing but was read for 'credit'.", refused.Reason);
        Assert.DoesNotContain("example.org", refused.ToString());
    }

    [Fact]
    public void NoScope_TellsHowAPurposeIsOpened()
    {
        var refused = Assert.Throws<PurposeViolationException>(() => _contact.Email);
        Assert.Equal(Refusal.NoScope, refused.Refusal);
        Assert.Empty(refused.Purposes);
        Assert.Contains("PurposeScope.Enter(\"support\")", refused.Message);
        Assert.Contains("'Contact.Email'", refused.Message);
        Assert.DoesNotContain("example.org", refused.ToString());
    }

    [Fact]
    public void NoScope_SuggestsAPurposeThatNeedsNobodysConsent()
    {
        var member = new GuardedMember("Card.Text", false, ["marketing", "support"], ["support"], ["marketing", "support"]);

        Assert.Contains("PurposeScope.Enter(\"support\")", GateMessages.NoScope(member, ["marketing", "support"]));
        Assert.Contains("PurposeScope.Enter(\"marketing\")", GateMessages.NoScope(member, ["marketing"]));
        Assert.Contains("PurposeScope.Enter(…)", GateMessages.NoScope(member, []));
    }

    [Fact]
    public void PurposeThatNeedsThePerson_IsRefusedBecauseNothingIsKnown()
    {
        using var scope = PurposeScope.Enter("marketing");
        var refused = Assert.Throws<PurposeViolationException>(() => _contact.Email);
        Assert.Equal(Refusal.SubjectUnknown, refused.Refusal);
        Assert.Contains("AddEthicsCrm", refused.Message);
    }

    [Fact]
    public void UnknownPurpose_PermitsNothingAndIsNamed()
    {
        using var scope = PurposeScope.Enter("suport");
        var refused = Assert.Throws<PurposeViolationException>(() => _contact.Email);
        Assert.Equal(Refusal.UnknownPurpose, refused.Refusal);
        Assert.Contains("'suport'", refused.Message);
    }

    [Fact]
    public void PurposesCompareByNameAndCase()
    {
        using var scope = PurposeScope.Enter("Support");
        Assert.Equal(Refusal.UnknownPurpose, Reads.Email(_contact));
    }

    [Fact]
    public void SeveralPurposes_AllMustBePermitted()
    {
        using (PurposeScope.Enter("support", "billing"))
            Assert.Null(Reads.Email(_contact));
        using (PurposeScope.Enter("support", "credit"))
            Assert.Equal(Refusal.NotPermitted, Reads.Email(_contact));
        using (PurposeScope.Enter("billing", "support"))
            Assert.Equal(Refusal.NotPermitted, Reads.RefusalOf(() => _contact.Note));
    }

    [Fact]
    public void PurposeKnownOnlyAfterTheScopeWasOpened_IsPermittedThen()
    {
        using var scope = PurposeScope.Enter("late-known");
        Assert.Equal(Refusal.UnknownPurpose, Reads.Email(_contact));

        // The first use of a model registers what its build knows.
        var late = new Guarded("late-known");
        Assert.Equal("value", late.Read());
        Assert.Equal(Refusal.NotPermitted, Reads.Email(_contact));
    }

    [Fact]
    public void ObjectWithUnsetKey_ServesPurposesThatNeedNoPerson()
    {
        var unsaved = Contact.Sample(id: 0);
        using (PurposeScope.Enter("support"))
            Assert.Null(Reads.Email(unsaved));
        using (PurposeScope.Enter("marketing"))
            Assert.Equal(Refusal.SubjectUnknown, Reads.Email(unsaved));
    }

    [Fact]
    public void Write_IsNoRead()
    {
        _contact.Email = "new@example.org";
        Assert.Equal("new@example.org", _contact.StoredEmail);
        Assert.False(Contact.Guards.Email.MayRedact);
    }

    [Fact]
    public void MorePurposesThanBits_AreStillDecidedByName()
    {
        var names = Enumerable.Range(0, 80).Select(i => $"many-{i:00}").ToArray();
        var even = names.Where((_, i) => i % 2 == 0).ToArray();
        var member = new GuardedMember("Many.Value", false, even, even, names);
        foreach (var name in names)
        {
            using var scope = PurposeScope.Enter(name);
            Assert.Equal(even.Contains(name) ? null : Refusal.NotPermitted, Reads.RefusalOf(() => Guarded.Read(member)));
        }

        using (PurposeScope.Enter(even))
            Assert.Null(Reads.RefusalOf(() => Guarded.Read(member)));
        using (PurposeScope.Enter(names))
            Assert.Equal(Refusal.NotPermitted, Reads.RefusalOf(() => Guarded.Read(member)));
    }

    private sealed class Guarded(string purpose)
    {
        private readonly GuardedMember _member = new("Late.Value", false, [purpose], [purpose], [purpose]);

        public string Read() => Read(_member);

        public static string Read(GuardedMember member)
        {
            SubjectSlot<NoSubject> slot = default;
            SubjectBinder<NoSubject> binder = new(static _ => SubjectKeys.None);
            return ReadGate.Permits(member.Mask, ref slot, default) ? "value" : ReadGate.Decide(member, binder, ref slot, default, "value");
        }
    }
}
