using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PurposeBench.Index;

namespace PurposeBench.Truth;

/// <summary>Whether the rules that a case expects are those that the contract has for its channel, and stand where it wants them.</summary>
internal sealed class CaseMarks(CaseWorld world)
{
    public string? Fault(BenchCase one) => one.Expected.Select(mark => Fault(one, mark)).FirstOrDefault(static f => f is not null);

    private string? Fault(BenchCase one, ExpectedFinding mark)
    {
        if (!For(one.Channel).Contains(mark.Rule))
            return $"{mark.File}:{mark.Line}: {mark.Rule} is no rule for the channel '{one.Channel}'";
        return mark.Rule == "ECRM2001" && !IsRead(one, mark) ? $"{mark.File}:{mark.Line}: {mark.Rule} stands at the read, and '{one.Source}' is not read there" : null;
    }

    private string[] For(string channel) => channel switch
    {
        "log" => ["ECRM3002"],
        "exception" => ["ECRM3003"],
        _ when channel.StartsWith("recipient:", StringComparison.Ordinal) => ["ECRM3001"],
        // 3001: a gateway that the policy names shows what left by what it kept.
        _ when channel.StartsWith("stored:", StringComparison.Ordinal) => ["ECRM1110", "ECRM2007", "ECRM3001"],
        _ when world.Policy.Document.Purposes.TryGetValue(channel, out var purpose) && purpose.Decision => ["ECRM2001", "ECRM2002", "ECRM2003", "ECRM2004"],
        // 2007: it comes in through a labelled member or parameter, which is where it is checked.
        _ => ["ECRM1111", "ECRM2001", "ECRM2002", "ECRM2003", "ECRM2006", "ECRM2007", "ECRM3004"],
    };

    private bool IsRead(BenchCase one, ExpectedFinding mark)
    {
        var tree = world.Trees[mark.File];
        var model = world.Sources.GetSemanticModel(tree);
        return CodeLines.NamesOfValues(tree, mark.Line).SelectMany(name => name.AncestorsAndSelf().TakeWhile(static n => n is ExpressionSyntax).Select(n => model.GetSymbolInfo(n).Symbol))
                .OfType<ISymbol>().Any(symbol => world.Labels.IsNamed(one, one.Source, symbol))
            || (world.Labels.KeyOf(one, one.Source) is { } key && IsArgument(key, CodeLines.ArgumentsOn(tree, mark.Line), model));
    }

    // The key may be put together from constants, in any spelling.
    private static bool IsArgument(string key, IEnumerable<ArgumentSyntax> arguments, SemanticModel model) =>
        arguments.Any(argument => model.GetConstantValue(argument.Expression).Value as string == key);
}
