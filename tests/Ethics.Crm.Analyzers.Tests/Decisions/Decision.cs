using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Decisions;

/// <summary>
/// Members of a class that decides about applicants, and types beside it. Of an applicant <c>Income</c> may decide, <c>Origin</c> is protected, <c>Postcode</c> and <c>Area</c> give it away,
/// <c>Arrears</c> is denied by a rule, and <c>Remark</c> was collected for support alone.
/// </summary>
internal static class Decision
{
    private const string Policy = """
        {
          "version": 1,
          "categories": {
            "financial.income": { "collectedFor": ["credit-offer", "support"] },
            "origin": { "protected": true, "collectedFor": ["credit-offer", "support", "fairness-audit"] },
            "postcode": { "proxyFor": ["origin"], "collectedFor": ["credit-offer", "support"] },
            "hardship": { "collectedFor": ["credit-offer", "support"] },
            "content.remark": { "collectedFor": ["support"] }
          },
          "purposes": {
            "support": { "basis": "contract" },
            "fairness-audit": { "basis": "legal-obligation" },
            "credit-offer": { "basis": "consent", "decision": true }
          },
          "rules": [ { "id": "no-subprime", "deny": { "categories": ["hardship"], "purposes": ["credit-offer", "fairness-audit"] } } ]
        }
        """;

    public static Task VerifyAsync(string form, string members, string types = "")
    {
        Assert.NotEmpty(form);
        return Rules.VerifyAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Text; using System.Threading.Tasks; using Ethics.Crm;
            #nullable enable
            public class Applicant
            {
                [DataSubjectId] public int Id { get; set; }
                [DataCategory("financial.income")] public int Income { get; set; }
                [DataCategory("origin")] public string Origin { get; set; } = "";
                [DataCategory("postcode")] public string Postcode { get; set; } = "";
                [DataCategory("postcode")] public int Area { get; set; }
                [DataCategory("postcode")] public bool IsRural { get; set; }
                [DataCategory("hardship")] public int Arrears { get; set; }
                [DataCategory("content.remark")] public string Remark { get; set; } = "";
            }
            public class Box { public string Text = ""; public int Number { get; set; } public bool Flag { get; set; } }
            public static class Bank { [ForPurpose("credit-offer")] public static void Offer(object? terms) { } [ForPurpose("support")] public static void Tell(object? text) { } }
            [ForPurpose("credit-offer")]
            public class Scoring
            {
                {{members}}
            }
            {{types}}
            """,
            check =>
            {
                check.Policies.Clear();
                check.Policies.Add(TestPolicy.Of(Policy));
                // Nothing is guarded, and nobody is asked: what decides is looked at.
                check.DisabledDiagnostics.Add("ECRM1106");
                check.DisabledDiagnostics.Add("ECRM4001");
            });
    }
}
