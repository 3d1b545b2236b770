using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ethics.Crm.Analyzers.Benchmarks.FlowCost;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Benchmarks.Density;

/// <summary>How dense the program of <c>flow-cost</c> is, beside programs that people wrote.</summary>
internal static partial class DensityCommand
{
    private const int Lines = 50_000;

    public static int Run(string[] folders)
    {
        var rows = new List<ProgramDensity>();
        foreach (var folder in folders)
        {
            if (folder.Split('=', 2) is not [{ Length: > 0 } name, var path] || !Directory.Exists(path))
            {
                Console.Error.WriteLine($"'{folder}' is not <name>=<folder> with a folder that is there.");
                return 2;
            }

            var files = Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static file => (file, File.ReadAllText(file))).ToArray();
            rows.Add(DensityReader.Read(name, files, static property => People().IsMatch(property.ContainingType.Name) && AboutThem().IsMatch(property.Name)));
            rows.Add(DensityReader.Read(name + ", all that these types have", files, static property => People().IsMatch(property.ContainingType.Name)));
        }

        foreach (var mix in Enum.GetValues<Mix>())
            rows.Add(DensityReader.Read(mix == Mix.Matched ? "**generated**" : "generated, all about people", CrmProgram.Files(Lines, true, mix), IsLabelled));
        var report = Report(rows);
        Console.WriteLine(report);
        if (folders.Length > 0)
            File.WriteAllText(Places.Result("density.md"), report);
        return 0;
    }

    private static bool IsLabelled(IPropertySymbol property) => property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "DataCategoryAttribute" or "CollectedForAttribute");

    private static string Report(List<ProgramDensity> rows)
    {
        var text = new StringBuilder();
        text.AppendLine("# How dense the generated program is").AppendLine();
        text.AppendLine("Written by the program, not by hand, of the source of programs that anybody can have:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- density <name>=<folder> …").AppendLine("```").AppendLine();
        text.AppendLine($"Tests, migrations and generated files are left out. In programs that have no labels, what a policy would label is told by names: properties `{AboutThem()}` of types `{People()}`; and, as what no policy exceeds, all properties of these types. A body is a method, constructor, operator or accessor that has code; it reads something labelled if it does so once.").AppendLine();
        text.AppendLine("| program | lines | bodies per 1,000 lines | lines a body | asynchronous | calls a body | of the program's own | of these through an interface | lambdas a body | labelled reads per 1,000 lines | bodies that read something labelled |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var row in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Lines:N0} | {1000.0 * row.Bodies / row.Lines:0} | {(double)row.BodyLines / row.Bodies:0.0} | {100.0 * row.Asynchronous / row.Bodies:0} % | {(double)row.Calls / row.Bodies:0.0} | {(double)row.OwnCalls / row.Bodies:0.0} | {100.0 * row.InterfaceCalls / row.OwnCalls:0} % | {(double)row.Lambdas / row.Bodies:0.0} | {1000.0 * row.Reads / row.Lines:0.0} | {100.0 * row.Readers / row.Bodies:0.0} % |");
        return text.ToString().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("^(Customer|Address|User|IdentityUser|UserAddress|OrderAddress|Contact.*|NewsLetter.*|Order)$")]
    private static partial Regex People();

    [GeneratedRegex("^(Email|CustomerEmail|User[Nn]ame|FullName|FirstName|LastName|ContactName|Phone|PhoneNumber|FaxNumber|Address1|Address2|AddressLine1|AddressLine2|City|ZipCode|ZipPostalCode|Company|CompanyName|VatNumber|BillingAddress|ShippingAddress|Addresses|IpAddress|LastIpAddress|CustomerIp|LastVisitedPage|Coordinates|DateOfBirth|Gender|Password|AdminComment|Note)$")]
    private static partial Regex AboutThem();
}
