using System.Reflection;
using System.Runtime.CompilerServices;
using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Gate;

/// <summary>What the gate does not stop, as <c>docs/limits.md</c> lists it; an improvement breaks the test that shows it.</summary>
public sealed class LimitTests
{
    [Fact]
    public void Limit_FieldReadByReflectionOrUnsafeAccessor_IsNotIntercepted()
    {
        var contact = Contact.Sample();

        Assert.Equal("x@example.org", typeof(Contact).GetField("_email", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(contact));
        Assert.Equal("x@example.org", EmailOf(contact));
        Assert.Throws<PurposeViolationException>(() => contact.Email);
    }

    [Fact]
    public void PropertyReadByReflection_IsIntercepted()
    {
        var refused = Assert.Throws<TargetInvocationException>(() => typeof(Contact).GetProperty("Email")!.GetValue(Contact.Sample()));

        Assert.IsType<PurposeViolationException>(refused.InnerException);
    }

    [Fact]
    public void Limit_ValueThatHasBeenRead_IsAnOrdinaryValue()
    {
        string kept;
        using (PurposeScope.Enter("support"))
            kept = Contact.Sample().Email;

        using (PurposeScope.Enter("credit"))
            Assert.Equal("x@example.org", kept);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_email")]
    private static extern ref string EmailOf(Contact contact);
}
