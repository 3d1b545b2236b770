using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Members of a class in which <c>Send</c> works for marketing, which the e-mail does not permit; the name permits everything.</summary>
internal static class Flow
{
    /// <param name="unconcluded">How many places ECRM9000 counts, where it is to be told at all.</param>
    /// <param name="types">Further types, beside the class.</param>
    /// <param name="bases">What the class derives from.</param>
    public static Task VerifyAsync(string form, string members, int unconcluded = 0, string types = "", string bases = "")
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Text; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } [ForPurpose("marketing")] public static string Echo(string value) => value; [ForPurpose("support")] public static string Read(Contact c) => c.Email; }
            public record Pair(string First, string Second);
            public class Box { public string? Text; public string? Other { get; set; } }
            public static class Ext { public static string Shout(this string text) => text.ToUpperInvariant(); }
            public class Job{{(bases.Length == 0 ? "" : " : " + bases)}}
            {
                {{members}}
            }
            {{types}}
            """,
            check =>
            {
                if (unconcluded > 0)
                {
                    check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9000", DiagnosticSeverity.Warning).WithArguments(unconcluded == 1 ? "one place" : $"{unconcluded} places"));
                }
            });
    }
}
