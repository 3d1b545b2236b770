namespace Ethics.Crm.Package.Tests.Harness;

/// <summary>The smallest CRM: one model, one policy, code for two purposes.</summary>
internal static class Sources
{
    public const string Policy =
        """
        {
          "version": 1,
          "categories": { "contact.email": { "title": "E-mail address" } },
          "purposes": {
            "support":   { "title": "Answer your questions", "basis": "contract" },
            "marketing": { "title": "Send you offers", "basis": "consent" }
          }
        }
        """;

    public const string Model =
        """
        using Ethics.Crm;

        namespace Shop
        {
            [DataSubject]
            public partial class Contact
            {
                [DataSubjectId]
                public int Id { get; set; }

                [DataCategory("contact.email"), CollectedFor("support")]
                public partial string Email { get; set; }
            }
        }
        """;

    /// <summary>The same for compilers without partial properties.</summary>
    public static string PlainModel => Model.Replace("public partial string", "public string").Replace("{ get; set; }\n        }", "{ get; set; } = \"\";\n        }");

    public const string Misuse =
        """
        using Ethics.Crm;

        namespace Shop
        {
            [ForPurpose("marketing")]
            public class Newsletter
            {
                public string Send(Contact contact) { return contact.Email; }
            }
        }
        """;

    public static string PermittedUse => Misuse.Replace("\"marketing\"", "\"support\"");
}
