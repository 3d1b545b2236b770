using Ethics.Crm.Analyzers.Labels;
using Ethics.Crm.CodeFixes.Labels;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.CodeFixes.Tests;

public sealed class MakePropertyPartialTests
{
    [Fact]
    public Task OneProperty_BecomesPartialAndSoDoesItsType() => VerifyAsync(
        """
        using Ethics.Crm;
        public class Contact
        {
            [DataCategory("contact.email")]
            public required string {|ECRM1106:Email|} { get; set; }
            public string Name { get; set; } = "";
        }
        """,
        """
        using Ethics.Crm;
        public partial class Contact
        {
            [DataCategory("contact.email")]
            public required partial string {|CS9248:Email|} { get; set; }
            public string Name { get; set; } = "";
        }
        """);

    [Fact]
    public Task NestedType_MakesTheTypesAroundItPartial() => VerifyAsync(
        """
        using Ethics.Crm;
        // The outer one.
        class Outer
        {
            sealed record Inner
            {
                [DataCategory("contact.email")] string {|ECRM1106:Email|} { get; init; }
            }
        }
        """,
        """
        using Ethics.Crm;
        // The outer one.
        partial class Outer
        {
            sealed partial record Inner
            {
                [DataCategory("contact.email")] partial string {|CS9248:Email|} { get; init; }
            }
        }
        """);

    [Fact]
    public Task AllProperties_OfSeveralFilesAreFixedThoughOnlyTheFirstIsReported()
    {
        var check = Check();
        check.TestState.Sources.Add(
            """
            using Ethics.Crm;
            public class First
            {
                [DataCategory("contact.email")] public string {|ECRM1106:Email|} { get; set; }
                [DataCategory("identity")] public string Name { get; set; }
            }
            """);
        check.TestState.Sources.Add(
            """
            using Ethics.Crm;
            public class Second { [DataCategory("identity")] public string Name { get; set; } }
            """);
        check.FixedState.Sources.Add(
            """
            using Ethics.Crm;
            public partial class First
            {
                [DataCategory("contact.email")] public partial string {|CS9248:Email|} { get; set; }
                [DataCategory("identity")] public partial string {|CS9248:Name|} { get; set; }
            }
            """);
        check.FixedState.Sources.Add(
            """
            using Ethics.Crm;
            public partial class Second { [DataCategory("identity")] public partial string {|CS9248:Name|} { get; set; } }
            """);
        check.NumberOfIncrementalIterations = 3;
        check.NumberOfFixAllInDocumentIterations = 2;
        return check.RunAsync();
    }

    [Fact]
    public Task PropertyThatCannotBeGuarded_OffersNothing() => VerifyUnchangedAsync(
        """
        using Ethics.Crm;
        public class Contact
        {
            [DataCategory("contact.email")] public static string {|ECRM1106:Email|} { get; set; }
        }
        """);

    [Fact]
    public Task LanguageWithoutPartialProperties_OffersNothing() => VerifyUnchangedAsync(
        """
        using Ethics.Crm;
        public class Contact
        {
            [DataCategory("contact.email")] public string {|ECRM1106:Email|} { get; set; }
        }
        """,
        LanguageVersion.CSharp12);

    private static Task VerifyAsync(string source, string fixedSource)
    {
        var check = Check();
        check.TestCode = source;
        check.FixedCode = fixedSource;
        return check.RunAsync();
    }

    private static Task VerifyUnchangedAsync(string source, LanguageVersion language = LanguageVersion.CSharp14)
    {
        var check = Check();
        check.TestCode = source;
        check.FixedCode = source;
        check.LanguageVersion = language;
        return check.RunAsync();
    }

    private static CodeFixCheck Check()
    {
        var check = new CodeFixCheck([new NotInterceptedAnalyzer()], new MakePropertyPartialCodeFix());
        check.Policies.Add(TestPolicy.Of(Policies.Fabrikam));
        check.DisabledDiagnostics.Add("CS8618");
        return check;
    }
}
