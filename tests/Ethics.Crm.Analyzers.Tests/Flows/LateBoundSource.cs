using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Types beside a mailer that works for marketing, which the e-mail does not permit; the name permits everything.</summary>
internal static class LateBoundSource
{
    /// <param name="unconcluded">How many places ECRM9000 counts, where it is to be told at all.</param>
    public static Task VerifyAsync(string form, string types, int unconcluded = 0)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Collections.ObjectModel; using System.Collections.Specialized; using System.ComponentModel; using System.Linq; using System.Linq.Expressions; using System.Reflection; using System.Dynamic; using System.Runtime.CompilerServices; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            public class Box { public string? Text; public string? Other { get; set; } }
            {{types}}
            """,
            check =>
            {
                check.DisabledDiagnostics.Add("ECRM1106");
                if (unconcluded > 0)
                {
                    check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9000", DiagnosticSeverity.Warning).WithArguments(unconcluded == 1 ? "one place" : $"{unconcluded} places"));
                }
            });
    }
}
