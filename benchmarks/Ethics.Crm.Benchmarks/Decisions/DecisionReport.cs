using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>Decisions, lists, people and purposes, as ratios of one run where there is something to compare with.</summary>
public static class DecisionReport
{
    public static string ToMarkdown(Interleaved answers, ListRuns lists, BytesOfPeople.Result people, IReadOnlyList<ManyPurposes.Cost> purposes)
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of decisions, lists, people and purposes").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine(CultureInfo.InvariantCulture, $"dotnet run -c Release --project benchmarks/Ethics.Crm.Benchmarks -- decisions --people {people.People} --write-results").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. Ratios are of calls in turn of one run, and of those that one in a hundred undercuts. A call is a thousand answers, or a list of {BulkCases.People:N0} people. Lists are measured by {lists.Count} processes, one after the other, because a list costs what memory takes, and that differs from one process to the next: the ratio is the median of theirs, and beside it stand the least and the most.").AppendLine();
        text.AppendLine("| ratio | target | measured | | of processes |").AppendLine("| --- | --- | --- | --- | --- |");
        AtMost("`Decide`, allowed by consent / five look-ups in frozen dictionaries", answers.Ratio("Decide", "FiveFrozenLookUps"), 1);
        AtMost("the same without consent (contract)", answers.Ratio("DecideWithoutConsent", "FiveFrozenLookUps"), 1);
        AtLeast("`IAuthorizationService.AuthorizeAsync` with one requirement / `Decide`", answers.Ratio("Authorize", "Decide"), 8);
        Told("a policy engine that a .NET program can embed (XACML 3.0, Altinn.Authorization.ABAC), one rule / `Decide`", answers.Ratio("PolicyEngine", "Decide"));
        AtMost("bytes allocated by a thousand allowed answers", answers.Bytes("Decide") + answers.Bytes("DecideWithoutConsent"), 0);
        Told("`Decide`, refused by the policy / five look-ups", answers.Ratio("DecideRefused", "FiveFrozenLookUps"));
        AtMostOf("`PermittedFor` / `Where` on a boolean", lists.Ratio("PermittedFor", "Where"), 3);
        AtMostOf("`PermittedFor` with a member / `Where`", lists.Ratio("PermittedForMember", "Where"), 3);
        AtMostOf("`SplitByPermission`, which yields two lists, with a reason for each refusal, asked again / `Where`", lists.Ratio("Split", "Where"), 3);
        AtMostOf("the same where answers and three reasons come in no order / `Where` of as many in the same order", lists.Ratio("SplitInNoOrder", "WhereInNoOrder"), 3);
        ToldOf("`SplitByPermission` / two lists by a boolean", lists.Ratio("Split", "TwoLists"));
        ToldOf("the first `PermittedFor`, which binds each object to its person / `Where`", lists.Of(static run => run.FirstList / run.Cases["Where"].Least));
        ToldOf("the first `SplitByPermission` of people who are bound, which finds out each reason / `Where`", lists.Of(static run => run.FirstSplit / run.Cases["Where"].Least));
        AtMost(string.Create(CultureInfo.InvariantCulture, $"bytes for each of {people.People:N0} people with one object each, beyond the object"), people.Collected + people.Handle, 64);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Counted of a person: {people.Collected:0.##} bytes that the collector manages (the slot, with the id of the object in it, and the places in which slots are found), and {people.Handle} of a weak handle beside them. The object, its id and the place for the slot in it are its own.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"One of those first reads took {people.Average.TotalMicroseconds:0.##} µs, collections of the run time included. The longest took {people.LongestWithCollection.TotalMilliseconds:0.#} ms, the longest of those in which nothing was collected {people.Longest.TotalMilliseconds:0.#} ms.").AppendLine();
        text.AppendLine("The policy engine is asked with requests that were made before, in which the person's consent stands: it knows no people, and no withdrawals.").AppendLine();

        text.AppendLine("| purposes | read for the last by name, ns | `Decide`, ns | grant and first read, µs |").AppendLine("| --- | --- | --- | --- |");
        foreach (var cost in purposes)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {cost.Purposes} | {cost.Read:0.#} | {cost.Decide:0.#} | {cost.GrantAndBind / 1000:0.#} |");
        text.AppendLine().AppendLine("| measured | µs, least | µs, median | bytes |").AppendLine("| --- | --- | --- | --- |");
        foreach (var name in answers.Names)
            Row(name, answers.Least(name), answers.Median(name), answers.Bytes(name));
        foreach (var name in lists.Names)
            Row(name, lists.Of(run => run.Cases[name].Least).Median, lists.Of(run => run.Cases[name].Median).Median, lists.Of(run => run.Cases[name].Bytes).Median);
        return text.ToString().ReplaceLineEndings("\n");

        void Told(string what, double ratio) => Line(what, "", Number(ratio), "", "");
        void ToldOf(string what, Spread ratio) => Line(what, "", Number(ratio.Median), "", ratio.ToText("0.##"));
        void AtMost(string what, double ratio, double target) => Line(what, $"≤ {Number(target)}", Number(ratio), Verdict(ratio <= target), "");
        void AtMostOf(string what, Spread ratio, double target) => Line(what, $"≤ {Number(target)}", Number(ratio.Median), Verdict(ratio.Median <= target), ratio.ToText("0.##"));
        void AtLeast(string what, double ratio, double target) => Line(what, $"≥ {Number(target)}", Number(ratio), Verdict(ratio >= target), "");
        void Line(string what, string target, string measured, string verdict, string spread) => text.AppendLine($"| {what} | {target} | {measured} | {verdict} | {spread} |");
        void Row(string name, double least, double median, double bytes) => text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {least / 1000:0.#} | {median / 1000:0.#} | {bytes:0} |");

        static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
        static string Verdict(bool isMet) => isMet ? "met" : "**missed**";
    }
}
