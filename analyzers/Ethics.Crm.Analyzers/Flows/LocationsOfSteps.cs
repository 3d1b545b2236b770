using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.SideCars;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>Where the steps of a way stand. One that is made in a library stands in no file of this project: it is told where the way comes out of the library, or goes into it.</summary>
internal static class LocationsOfSteps
{
    public static IEnumerable<Location> Of(IEnumerable<SyntaxNode> steps)
    {
        var all = steps.ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            if (NearestHere(all, i) is { } place)
            {
                yield return OperationNames.NameOf(place).GetLocation();
            }
        }
    }

    private static SyntaxNode? NearestHere(SyntaxNode[] steps, int number)
        => steps.Skip(number).FirstOrDefault(IsHere) ?? steps.Take(number).LastOrDefault(IsHere);

    private static bool IsHere(SyntaxNode step) => !SideCarPlaces.Has(step);
}
