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

    /// <summary>A program that starts the run time and reads for a permitted purpose: <c>read: secret</c>.</summary>
    public const string Program =
        """
        using System;
        using Ethics.Crm;
        using Microsoft.Extensions.DependencyInjection;
        using Shop;

        var services = new ServiceCollection();
        services.AddEthicsCrm();
        using var provider = services.BuildServiceProvider();
        provider.UseEthicsCrm();
        Console.WriteLine("read: " + Desk.Read(new Contact { Id = 7, Email = "secret" }));

        public static class Desk
        {
            public static string Read(Contact contact)
            {
                using (PurposeScope.Enter("support")) return contact.Email;
            }
        }
        """;

    public const string DependencyInjection = """<PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.12" />""";

    public static string PermittedUse => Misuse.Replace("\"marketing\"", "\"support\"");
}
