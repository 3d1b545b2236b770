namespace Ethics.Crm.TestKit;

/// <summary>Policies that tests name instead of repeating.</summary>
public static class Policies
{
    /// <summary>Support, billing (compatible with fraud-prevention), marketing and its e-mail part by consent, a decision purpose, one with a maximum age, and one category of each kind.</summary>
    public const string Fabrikam = """
        {
          "version": 1,
          "categories": {
            "contact.email": { "title": "E-mail address", "collectedFor": ["support"] },
            "contact.phone": { "title": "Phone" },
            "content.note": { "title": "Call notes", "inConfidence": true },
            "financial.invoice": { "title": "Invoices", "collectedFor": ["billing"] },
            "financial.card": { "title": "Payment card", "sensitive": true, "only": ["billing"] },
            "identity": { "title": "Who you are", "collectedFor": ["support"] },
            "health": { "title": "Health", "special": true },
            "origin": { "title": "Origin", "protected": true },
            "postcode": { "title": "Postcode", "proxyFor": ["origin"] },
            "hardship": { "title": "Signs of financial difficulty", "derivedFrom": ["financial"] }
          },
          "purposes": {
            "support": { "title": "Answer your questions", "basis": "contract" },
            "billing": { "title": "Invoice you", "basis": "contract" },
            "fraud-prevention": { "title": "Prevent fraud", "basis": "legitimate-interests", "assessment": "LIA" },
            "marketing": { "title": "Send you offers", "basis": "consent", "personalisation": true },
            "marketing.email": { "title": "Send you offers by e-mail", "basis": "consent", "personalisation": true },
            "credit-offer": { "title": "Offer you credit", "basis": "consent", "decision": true },
            "care": { "title": "Arrange care", "basis": "contract", "article9": "Art. 9(2)(h)" },
            "win-back": { "title": "Ask you to come back", "basis": "contract", "maxAge": "P90D" }
          },
          "compatible": [ { "from": "billing", "to": "fraud-prevention", "because": "assessment" } ],
          "recipients": { "mailchimp": { "role": "processor", "for": ["marketing"], "categories": ["contact"] } },
          "rules": [ { "id": "no-subprime", "deny": { "categories": ["hardship"], "purposes": ["credit-offer", "marketing"] } } ]
        }
        """;
}
