using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Engine;

/// <summary>The check that every test's messages pass finds what it is there for.</summary>
public sealed class MessageStyleTests
{
    [Theory]
    [InlineData("'C.Email' is collected for support only but is read in 'Job.M' (marketing)")]
    [InlineData("'suport' is no purpose that the policy declares; did you mean 'support'?")]
    [InlineData("'PurposeScope.Enter()' names no purpose: name at least one that the policy declares")]
    [InlineData("'[]' names no purpose: name at least one that the policy declares")]
    [InlineData("'Job.M' holds a purpose scope across a yield, after which it runs for whatever its consumer works for; close the scope before the yield")]
    [InlineData("'Job.M' opens a purpose scope outside a using; write using (PurposeScope.Enter(…)), or PurposeScope.Run")]
    public void WholeSentence_Passes(string message) => Assert.Empty(MessageStyle.Objections("ECRM2001", message));

    [Theory]
    [InlineData("'Job.M' is declared for support only but opens a scope for ", "misses a word")]
    [InlineData("'Job.M' is declared for support only but opens a scope for", "misses a word")]
    [InlineData("'C.Email' is collected for support only but is read in 'Job.M' ()", "misses a word")]
    [InlineData("'C.Email' is collected for support only but is read in 'Job.M' ( )", "misses a word")]
    [InlineData("'C.Email' is collected for  only but is read in 'Job.M' (marketing)", "misses a word")]
    [InlineData("'C.Email' is collected for , which is nothing (marketing)", "misses a word")]
    [InlineData("'C.Email' is collected for support.. but is read in 'Job.M'", "misses a word")]
    [InlineData("'' is no purpose that the policy declares; name one that is", "quotes nothing")]
    [InlineData("'C.Email' is collected for support only.", "is no whole sentence, or has a full stop")]
    [InlineData("'C.Email' is labelled", "is no whole sentence, or has a full stop")]
    [InlineData("'C.Email' may not be read here. Declare a purpose with [ForPurpose]", "is more than one sentence")]
    [InlineData("Reads of 'C.Email' are not permitted here", "does not begin with what the user wrote")]
    public void SentenceWithAHole_IsObjectedTo(string message, string objection) => Assert.Contains(objection, MessageStyle.Objections("ECRM2001", message));
}
