using Ethics.Crm.Abstractions.Tests.Fixtures;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Gate;

/// <summary>What the gate does with a verdict other than yes or no; when it is given is the policy's business.</summary>
public sealed class RedactionTests : IDisposable
{
    private readonly FakeRuntime _runtime = new FakeRuntime { Otherwise = GateOutcome.Redacted, Redacts = true, RedactedText = "•••" }.Start();
    private readonly Contact _contact;

    public RedactionTests()
    {
        using (PurposeScope.Enter("support"))
            _contact = Contact.Sample();
    }

    [Fact]
    public void String_ReadsAsTheCategorysText()
    {
        using var scope = PurposeScope.Enter("credit");
        Assert.Equal("•••", _contact.Email);
    }

    [Fact]
    public void StringWithoutText_ReadsAsEmpty()
    {
        _runtime.RedactedText = null;
        using var scope = PurposeScope.Enter("credit");
        Assert.Equal("", _contact.Email);
    }

    [Fact]
    public void MemberThatMayBeNull_ReadsAsNull()
    {
        using var scope = PurposeScope.Enter("credit");
        Assert.Null(_contact.Note);
    }

    [Fact]
    public void OtherType_ThrowsBecauseAnInventedValueWouldBeFalse()
    {
        using var scope = PurposeScope.Enter("credit");
        Assert.Throws<PurposeViolationException>(() => _contact.Age);
    }

    [Fact]
    public void PermittedRead_IsNotRedacted()
    {
        using var scope = PurposeScope.Enter("support");
        Assert.Equal("x@example.org", _contact.Email);
    }

    [Fact]
    public void RedactedValueWrittenBack_DestroysNothing()
    {
        using var scope = PurposeScope.Enter("credit");
        _contact.Email = _contact.Email;
        Assert.Equal("x@example.org", _contact.StoredEmail);
    }

    [Fact]
    public void OtherValueWritten_IsStored()
    {
        using var scope = PurposeScope.Enter("credit");
        _contact.Email = "new@example.org";
        Assert.Equal("new@example.org", _contact.StoredEmail);
    }

    [Fact]
    public void RedactedTextWrittenWhereReadsArePermitted_IsStored()
    {
        using var scope = PurposeScope.Enter("support");
        _contact.Email = "•••";
        Assert.Equal("•••", _contact.StoredEmail);
    }

    [Fact]
    public void AuditedRead_ReturnsTheValueAndIsRecordedButAWriteIsNot()
    {
        _runtime.Otherwise = GateOutcome.Audited;
        using var scope = PurposeScope.Enter("credit");
        _contact.Email = "new@example.org";
        Assert.Empty(_runtime.Audit);
        Assert.Equal("new@example.org", _contact.Email);
        Assert.Equal([("Contact.Email", "credit", Refusal.NotPermitted)], _runtime.Audit);
    }

    [Fact]
    public void AuditedReadWithoutScope_IsRecordedWithoutPurpose()
    {
        _runtime.Otherwise = GateOutcome.Audited;
        Assert.Equal(44, _contact.Age);
        Assert.Equal([("Contact.Age", "", Refusal.NoScope)], _runtime.Audit);
    }

    public void Dispose() => _runtime.Dispose();
}
