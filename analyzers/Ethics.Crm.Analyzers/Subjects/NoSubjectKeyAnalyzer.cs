using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Subjects;

/// <summary>
/// ECRM1104: labelled data without a data-subject key, or with one that names nobody. One finding as long as the project has no key at all, so that a policy laid
/// over old code does not start with a flood; then one for each type.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoSubjectKeyAnalyzer : PurposeAnalyzer
{
    private const string OfAnother = "where it is another's data, add [DataSubjectId(typeof(…))], with the type of that person, to the id of the person";

    private static readonly IEnumerable<string> KeyNames = new[] { "SubjectKey", "DataSubjectKey" }.Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => $"SubjectKey{number}"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.NoSubjectKey);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is null)
        {
            return;
        }

        var persons = new Persons(purposes);
        var survey = new Lazy<(ImmutableArray<INamedTypeSymbol> Without, bool HasAny)>(() => persons.Survey(start.CancellationToken));
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                foreach (var (member, memberType) in persons.KeysWithoutText(type, context.CancellationToken))
                {
                    Report(context, member.Locations[0], $"'{SymbolNames.Display(member)}' identifies a person, but '{memberType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' has no invariant text form, so it names nobody: keep the id in a string, a number or a Guid, or in a type of your own with a ToString that tells one from another");
                }

                if (persons.LabelledWithoutKey(type, context.CancellationToken) is not { } labelled)
                {
                    return;
                }

                var (without, hasAny) = survey.Value;
                if (hasAny || without.Length == 1)
                {
                    Report(context, persons.LocationOf(type, context.CancellationToken), Sentence(persons, type, labelled));
                }
                else if (without.Length > 1 && SymbolEqualityComparer.Default.Equals(without[0], type))
                {
                    Report(context, persons.LocationOf(type, context.CancellationToken), $"{Sentence(persons, type, labelled)}; this project has no key for any of its {without.Length} types with labelled data");
                }
            },
            SymbolKind.NamedType);
    }

    private static string Sentence(Persons persons, INamedTypeSymbol type, ISymbol labelled)
        => $"'{SymbolNames.Display(type)}' holds '{SymbolNames.Display(labelled)}' but no data-subject key, so nothing tells whose data it is: {Remedy(persons, type)}";

    private static string Remedy(Persons persons, INamedTypeSymbol type)
        => persons.InheritedId(type) is { } id
            ? $"declare the inherited '{id.Name}' as its key, [DataSubjectId] {Access(type)} {id.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {KeyName(type)} => {id.Name}; or {OfAnother}"
            : $"add [DataSubjectId] to its id, or {OfAnother}";

    /// <summary>Not public: what serializers and mappers take over is the id alone. Types derived from it have to see the key.</summary>
    private static string Access(INamedTypeSymbol type) => type.IsSealed ? "private" : "protected";

    private static string KeyName(INamedTypeSymbol type) => KeyNames.First(name => !IsTaken(type, name));

    private static bool IsTaken(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name || !current.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(SymbolAnalysisContext context, Location location, string message)
        => context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NoSubjectKey, location, message));
}
