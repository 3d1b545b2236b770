using System.Globalization;
using System.Text;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowScale;

/// <summary>The page of the figures.</summary>
/// <param name="elsewhere">With our assemblies as other systems load them; null where this one does.</param>
/// <param name="atPeers">The size at which the other tools were asked.</param>
internal sealed class FlowScaleReport(IReadOnlyList<SmallBuild> small, IReadOnlyList<ScaleSize> sizes, ScaleSize? elsewhere, IReadOnlyList<PeerBuild> peers, ScaleSize atPeers, string[] options)
{
    public string Text()
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of following values as a program grows").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- " + string.Join(" ", options.Prepend("flow-scale"))).AppendLine("```").AppendLine();
        text.AppendLine("The generated CRM of [the cost of following values](flow-cost.md), every module labelled. Direct cost: processor time inside our callbacks, over the rest of the same process; of five runs the one in the middle.").AppendLine();
        text.AppendLine("| lines | direct cost | asked | inside our callbacks, ms | methods followed | misuses found |").AppendLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var size in sizes)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {size.Lines:N0} | {size.Median.Share * 100:0.0} % | {(size.Asked is 50_000 or 100_000 ? "≤ 6 %" : "")} | {size.Median.Inside / 1e6:N0} | {size.Median.Figures.GetValueOrDefault("Methods"):N0} | {size.Median.Figures.GetValueOrDefault("Found"):N0} |");
        var (largest, middle) = (sizes[^1], sizes.Single(static size => size.Asked == 50_000));
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Inside our callbacks, {largest.Lines:N0} lines over {middle.Lines:N0}: **{largest.Median.Inside / middle.Median.Inside:0.0}** (asked: ≤ 4.4; the lines themselves {(double)largest.Lines / middle.Lines:0.0}).").AppendLine();
        if (elsewhere is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"Without machine code in our assemblies, as other systems load them: **{elsewhere.Median.Share * 100:0.0} %** at {elsewhere.Lines:N0} lines, {elsewhere.Median.Inside / 1e6:N0} ms.").AppendLine();
        text.AppendLine("## Almost empty").AppendLine();
        text.AppendLine("Two classes in one file. Processor time of the compiler's own process, our analyzers and generators beside those of the SDK over these alone; seven rounds, interleaved, minima compared.").AppendLine();
        text.AppendLine("| | ratio | asked | with ours, s | without, s |").AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var one in small)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {one.Name} | {one.Ratio:0.00} | ≤ {one.Asked:0.0#} | {one.With.Best.TotalSeconds:0.00} | {one.Without.Best.TotalSeconds:0.00} |");
        if (peers.Count > 0)
            Peers(text);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{Places.Machine}.");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private void Peers(StringBuilder text)
    {
        var ours = atPeers.Median.Inside / 1e9;
        text.AppendLine().AppendLine("## Beside other tools").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"At {atPeers.Lines:N0} lines. Of the others, what the compiler's own process takes more than with the SDK's analyzers alone, least of {peers[0].With.Uses.Count} interleaved runs each; of ours the time inside our callbacks ({ours:0.00} s), because the difference of whole processes is smaller than what two runs of the same one differ by.").AppendLine();
        text.AppendLine("| | seconds added | ours over it | asked |").AppendLine("| --- | --- | --- | --- |");
        foreach (var peer in peers)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {peer.Name} | {peer.Added.TotalSeconds:0.00} | {(peer.Added > TimeSpan.Zero ? (ours / peer.Added.TotalSeconds).ToString("0.00", CultureInfo.InvariantCulture) : "nothing that could be measured was added")} | ≤ 0.1 |");
    }
}
