using System.Text.RegularExpressions;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>
/// Our own constants before the policy is known: a step that reads syntax cannot see it. Each stands as a mark in the text it is part of,
/// so concatenations survive, and the next step puts the policy's name in its place.
/// </summary>
internal sealed class DeferredConstants() : PolicyConstants(null)
{
    public static readonly DeferredConstants Instance = new();

    // Control characters: no constant in code begins and ends with them.
    private static readonly Regex s_mark = new("\u0001(?<class>[^\u0001\u0002]*)\u0002(?<name>[^\u0001\u0002]*)\u0001", RegexOptions.CultureInvariant);

    public override string? Find(string className, string identifier) => $"\u0001{className}\u0002{identifier}\u0001";

    /// <summary>Null when a constant in it does not exist: what cannot be resolved permits nothing.</summary>
    public static string? Resolve(string text, PolicyConstants constants)
    {
        if (text.IndexOf('\u0001') < 0)
            return text;

        var complete = true;
        var resolved = s_mark.Replace(text, match =>
        {
            // A bare name (`using static`) was given the class that its attribute prefers; it may be another one's.
            var value = constants.Find(match.Groups["class"].Value, match.Groups["name"].Value)
                ?? ConstantNames.Classes.Select(one => constants.Find(one, match.Groups["name"].Value)).FirstOrDefault(found => found is not null);
            complete &= value is not null;
            return value ?? "";
        });
        return complete ? resolved : null;
    }
}
