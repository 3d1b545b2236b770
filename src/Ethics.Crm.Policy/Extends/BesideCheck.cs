using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Reading;

namespace Ethics.Crm.Policy.Extends;

/// <summary>
/// Of two bases of one overlay, neither of which extends the other, the one named last is held to the other as it is laid over that. What the first names more exactly wins over it all the same, so that
/// this holds the first to the last: where its entries win, and where its purposes lie beneath those of the last, they say no less.
/// </summary>
internal static class BesideCheck
{
    private static readonly string[] Sections = ["fields", "attributes", "code", "sinks"];

    /// <param name="first">All files named before.</param>
    /// <param name="last">The base beside them.</param>
    public static void Run(ErrorSink errors, PolicyLayer first, PolicyFile last, PolicyLayer merged, CancellationToken cancellationToken)
    {
        var own = DocumentBinder.Bind(last.Root);
        var alone = new PolicyLayer(last.Root, new(merged.Document with { Fields = own.Fields, Attributes = own.Attributes, Code = own.Code, Sinks = own.Sinks, Layers = Resolution.LabelLayers.None }));
        new WideningCheck(errors, alone, merged, new(OnlyIn(first.Root, last.Root), IsOverlay: false), cancellationToken).RunPatterns();
        new WideningCheck(errors, Alone(last), merged, new(first.Root, IsOverlay: false), cancellationToken).RunNewPurposes();
        CheckModes(errors, first.Root, last.Root, own.Enforcement);
    }

    /// <summary>What the last says by itself.</summary>
    public static PolicyLayer Alone(PolicyFile last) => new(last.Root, new(DocumentBinder.Bind(last.Root)));

    /// <summary>What both name was compared, and says now what both say together.</summary>
    private static PolicyNode OnlyIn(PolicyNode first, PolicyNode last)
    {
        var root = first.Twin();
        foreach (var section in Sections.Select(first.Find).OfType<PolicyNode>())
        {
            var part = section.Twin();
            var (other, said) = (last.Find(section.Key!), new HashSet<string>(last.Find(section.Key!).Objects().Select(NodeContent.Of), StringComparer.Ordinal));
            foreach (var entry in section.Children.Where(entry => entry.Key is { } key ? other?.Find(key) is null : !said.Contains(NodeContent.Of(entry))))
            {
                part.Borrow(entry);
            }

            root.Borrow(part);
        }

        return root;
    }

    /// <summary>Only where the last says a default: what it leaves unsaid the first may give.</summary>
    private static void CheckModes(ErrorSink errors, PolicyNode first, PolicyNode last, EnforcementEntry own)
    {
        if (last.Find("enforcement") is not { Kind: NodeKind.Object } section || section.Flag("open") == true || section.Find("default") is null)
        {
            return;
        }

        foreach (var (key, known) in new[] { ("purposes", own.Purposes), ("categories", own.Categories), ("rules", own.Rules) })
        {
            foreach (var entry in first.Find("enforcement")?.Find(key).Entries() ?? [])
            {
                if (Array.IndexOf(Shapes.Words.Modes, entry.Kind == NodeKind.String ? entry.Text : "") > (int)own.Default
                    && !(key == "rules" ? known.ContainsKey(entry.Key!) || !last.Find("rules").Objects().Any(rule => rule.Text("id") == entry.Key) : Dotted.SelfAndAncestors(entry.Key!).Any(known.ContainsKey)))
                {
                    errors.AtValue(
                        PolicyErrorKind.Contradiction, entry, $"Another base says {Shapes.Words.Modes[(int)own.Default]} for {Quoted.Name(entry.Key!)}, a stricter mode; an overlay can only narrow", "what the other base says, less, or \"open\": true at its 'enforcement'");
                }
            }
        }
    }
}
