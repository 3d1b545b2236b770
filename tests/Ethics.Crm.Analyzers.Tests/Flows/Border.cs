using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Members of a class that stores what it reads of a contact. Of a lead <c>Wide</c> is for marketing, <c>Same</c> for support, as the contact's e-mail is, and <c>Plain</c> has no label.</summary>
internal static class Border
{
    /// <param name="types">Further types, beside the class.</param>
    public static Task VerifyAsync(string form, string members, string types = "", Action<AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Text; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public class Lead
            {
                [DataSubjectId] public int Id { get; set; }
                [DataCategory("contact.email"), CollectedFor("marketing")] public string Wide { get; set; } = "";
                [DataCategory("contact.email"), CollectedFor("support")] public string Same { get; set; } = "";
                [DataCategory("contact.email"), CollectedFor("marketing")] public string WideField = "";
                [DataCategory("contact.email"), CollectedFor("support")] public string SameField = "";
                [DataCategory("contact.email"), CollectedFor("marketing")] public List<string> WideList { get; set; } = new();
                [DataCategory("contact.email"), CollectedFor("support")] public List<string> SameList { get; set; } = new();
                public string Plain { get; set; } = "";
            }
            public record Row([property: DataSubjectId] int Id, [property: DataCategory("contact.email"), CollectedFor("marketing")] string Wide, [property: DataCategory("contact.email"), CollectedFor("support")] string Same);
            public class Box { public string Text = ""; public List<string> All { get; } = new(); }
            public class Job
            {
                {{members}}
            }
            {{types}}
            """,
            check =>
            {
                check.DisabledDiagnostics.Add("ECRM1106");
                configure?.Invoke(check);
            });
    }
}
