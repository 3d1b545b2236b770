using System.Globalization;
using System.Text;

namespace Ethics.Crm;

/// <summary>A count for each member and purpose. Names and numbers only.</summary>
public sealed class EnforcementForecast
{
    internal EnforcementForecast(DateTimeOffset since, IReadOnlyList<ForecastLine> lines)
    {
        Since = since;
        Lines = lines;
    }

    /// <summary>Since when it was counted, in UTC.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Those that were read most first, then by name; empty when enforcing would have refused nothing that <c>audit</c> let pass.</summary>
    public IReadOnlyList<ForecastLine> Lines { get; }

    /// <summary>All reads of all lines.</summary>
    public long Reads => Lines.Sum(static line => line.Reads);

    /// <summary>The report as a table in Markdown, for people.</summary>
    public override string ToString()
    {
        var since = Since.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (Lines.Count == 0)
            return $"Since {since} (UTC) audit let nothing pass that enforcing would have refused. What no code has read says nothing.";
        var text = new StringBuilder();
        text.Append(FormattableString.Invariant($"Since {since} (UTC) audit let {Reads} reads pass that enforcing would have refused, of {Lines.Count} kinds:\n\n"));
        text.Append("| reads | member | purpose | what to do |\n| ---: | --- | --- | --- |\n");
        foreach (var line in Lines)
            text.Append(FormattableString.Invariant($"| {line.Reads} | {line.Member} | {line.Purpose ?? "none"} | {ToDo(line.Refusal)} |\n"));
        return text.ToString();
    }

    private static string ToDo(Refusal refusal) => refusal switch
    {
        Refusal.NoScope => "open a scope for what the code works for",
        Refusal.NotPermitted => "it was not collected for this: collect it for it and tell people, or do not read it here",
        Refusal.DeniedByRule => "a rule of the policy denies it: do not read it here",
        Refusal.ConsentMissing => "these people were never asked: ask them, and leave out those who do not consent (PermittedFor)",
        _ => refusal.ToString(),
    };
}
