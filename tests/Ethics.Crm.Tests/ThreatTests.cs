using System.Reflection;
using System.Text.Json;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Ways of <c>docs/threat-model.md</c> that no other test takes.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ThreatTests : IDisposable
{
    private readonly TestHost _host = new();
    private readonly Contact _contact = new() { Id = 7, Email = "value" };

    public void Dispose() => _host.Dispose();

    [Fact]
    public void ReflectionAndDynamic_GoThroughTheGate_AndASerialiserLeavesOutOrThrows()
    {
        var property = typeof(Contact).GetProperty(nameof(Contact.Email))!;
        using (PurposeScope.Enter("billing"))
        {
            Assert.IsType<PurposeViolationException>(Assert.Throws<TargetInvocationException>(() => property.GetValue(_contact)).InnerException);
            dynamic late = _contact;
            Assert.Throws<PurposeViolationException>(() => (string)late.Email);
            Assert.Throws<PurposeViolationException>(() => JsonSerializer.Serialize(_contact));
            Assert.DoesNotContain("\"Email\"", JsonSerializer.Serialize(_contact, new JsonSerializerOptions().UsePurposes()));
        }

        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("value", property.GetValue(_contact));
            dynamic late = _contact;
            Assert.Equal("value", (string)late.Email);
        }
    }

    /// <summary>Persistence reads it, and so can whoever may reflect on private members.</summary>
    [Fact]
    public void FalseNegative_BackingField_IsReadPastTheGate()
    {
        var field = typeof(Contact).GetField("_email", BindingFlags.Instance | BindingFlags.NonPublic)!;

        using (PurposeScope.Enter("billing"))
            Assert.Equal("value", field.GetValue(_contact));
    }

    /// <summary>The gate believes the code; what its author declared around it is the build's to compare (ECRM1111).</summary>
    [Fact]
    public void ScopeForAnotherPurpose_ThanItsDeclaredSurroundings_IsTheBuildsToTell()
    {
        using (PurposeScope.Enter("billing"))
        {
            Assert.Equal("NotPermitted", Outcome(() => _contact.Email));
            Assert.Equal("value", In("support", () => _contact.Email));
            Assert.Equal("NotPermitted", Outcome(() => _contact.Email));
        }
    }
}
