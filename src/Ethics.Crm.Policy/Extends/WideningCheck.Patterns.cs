using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    private void CheckCode()
    {
        var rivals = new Lazy<PatternRivals<CodeEntry?>>(() => new(below.Document.Code, PatternUse.Code));
        foreach (var node in Entries("code"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PatternParser.Parse(node.Key!, PatternUse.Code, out _) is not { } pattern || !merged.Document.Code.TryGetValue(node.Key!, out var now))
            {
                continue;
            }

            foreach (var (key, old) in rivals.Value.Beaten(pattern))
            {
                if (old is null || below.IsOpen("code", key))
                {
                    continue;
                }

                // Another pattern may say what a part of the code works for; what it may not do is leave a ceiling.
                var wider = old.Only ? now?.Only != true || Grows(now, old) : key == node.Key && (now is null || Grows(now, old) || Drops(now, old));
                if (wider)
                {
                    var drops = !old.Only && (now is null || Drops(now, old));
                    Widens(
                        node, $"{Quoted.Name(key)} of the base lists {(old.MayDeclare.Count == 0 ? "nothing" : Quoted.List(old.MayDeclare.Select(Quoted.Plain)))}{(old.Only ? " only" : drops ? ", and each of them must permit what this code reads" : "")}", atKey: true);
                    break;
                }
            }
        }

        static bool Grows(CodeEntry now, CodeEntry old) => now.MayDeclare.Any(p => !Dotted.AnyCovers(old.MayDeclare, p));

        // A part of a purpose asks for less than the whole.
        static bool Drops(CodeEntry now, CodeEntry old) => old.Purposes.Any(p => !now.Purposes.Contains(p));
    }

    /// <summary>A sink of the overlay that wins over one of the base must still log and disclose what that one does: else what is checked there today would pass.</summary>
    private void CheckSinks()
    {
        var rivals = new Lazy<PatternRivals<SinkEntry>>(() => new(below.Document.Sinks.Select(s => new KeyValuePair<string, SinkEntry>(s.Method, s)), PatternUse.Method));
        // An entry that is said again does what both files say.
        var said = new Lazy<ILookup<string, SinkEntry>>(() => merged.Document.Sinks.ToLookup(s => s.Method, StringComparer.Ordinal));
        foreach (var node in overlay.Root.Find("sinks").Objects())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node.Text("method") is not { } method || PatternParser.Parse(method, PatternUse.Method, out _) is not { } pattern || said.Value[method].FirstOrDefault() is not { } now)
            {
                continue;
            }

            var beaten = rivals.Value.Beaten(pattern).FirstOrDefault(r => r.Value.Log && !now.Log || r.Value.DisclosesTo is not null && r.Value.DisclosesTo != now.DisclosesTo);
            if (beaten.Value is { } old)
            {
                var does = old.DisclosesTo is null ? "logs" : $"discloses to {Quoted.Name(old.DisclosesTo)}{(old.Log ? " and logs" : "")}";
                Widens(node.Find("method")!, $"For some methods this wins over {Quoted.Name(old.Method)} of the base, which {does}", "a sink that does the same, or a method that the base does not name");
            }
        }
    }

    /// <summary>What an anonymizer returns carries no label any more: to name further methods opens.</summary>
    private void CheckAnonymizers()
    {
        if (MayDeclare)
        {
            return;
        }

        var rivals = new Lazy<AnonymizerRivals>(() => new(below.Root.Find("anonymizers").Objects()));
        foreach (var node in overlay.Root.Find("anonymizers").Objects())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node.Text("method") is not { } method || PatternParser.Parse(method, PatternUse.Method, out _) is not { } pattern)
            {
                continue;
            }

            if (!rivals.Value.Allow(pattern, alsoLater: false))
            {
                Widens(node.Find("method")!, $"The base does not say that all of {Quoted.Name(method)} anonymises", "a method that an 'anonymizers' entry of the base names, or \"open\": true at that entry");
            }
            else if (node.Find("open") is { Kind: NodeKind.True } open && !rivals.Value.Allow(pattern, alsoLater: true))
            {
                Widens(open, $"The base leaves {Quoted.Name(method)} closed");
            }
        }
    }
}
