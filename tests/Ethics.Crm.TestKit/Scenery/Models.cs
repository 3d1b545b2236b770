namespace Ethics.Crm.TestKit;

/// <summary>Labelled types that tests name instead of repeating.</summary>
public static class Models
{
    /// <summary>
    /// A contact with e-mail (support), phone (support, marketing) and note (in confidence), guarded as the generator would guard it, and an unlabelled name.
    /// </summary>
    public const string Contact = """
        using Ethics.Crm;
        namespace Acme.Crm
        {
            [DataSubject("contact")]
            public partial class Contact
            {
                [DataSubjectId] public int Id { get; set; }
                public string Name { get; set; } = "";
                [DataCategory("contact.email")] public partial string Email { get; set; }
                [DataCategory("contact.phone"), CollectedFor("support", "marketing")] public partial string? Phone { get; set; }
                [DataCategory("content.note"), CollectedFor("support", "marketing")] public partial string Note { get; set; }
            }

            partial class Contact
            {
                public partial string Email { get => field ?? ""; set => field = value; }
                public partial string? Phone { get => field; set => field = value; }
                public partial string Note { get => field ?? ""; set => field = value; }
                private static class EthicsGuards { internal const int Email = 0, Phone = 0, Note = 0; }
            }
        }
        """;
}
