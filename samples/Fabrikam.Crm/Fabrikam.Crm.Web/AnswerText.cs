namespace Fabrikam.Crm.Web;

/// <summary>What an agent writes. It becomes the customer's where it is stored, in her ticket.</summary>
internal sealed record AnswerText(string Text);
