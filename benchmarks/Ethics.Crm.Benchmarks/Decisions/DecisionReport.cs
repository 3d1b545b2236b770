using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>Decisions, lists, people and purposes, as ratios of one run where there is something to compare with.</summary>
public static class DecisionReport
{
    public static string ToMarkdown(Interleaved answers, Interleaved lists, TimeSpan firstList, TimeSpan firstSplit, BytesOfPeople.Result people, IReadOnlyList<ManyPurposes.Cost> purposes)
    {
        var text = new StringBuilder();
        text.AppendLine("# Cost of decisions, lists, people and purposes").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine(CultureInfo.InvariantCulture, $"dotnet run -c Release --project benchmarks/Ethics.Crm.Benchmarks -- decisions --people {people.People} --write-results").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. Ratios are of calls in turn of one run, and of those that one in a hundred undercuts. A call is a thousand answers, or a list of {BulkCases.People:N0} people.").AppendLine();
        text.AppendLine("| ratio | target | measured | |").AppendLine("| --- | --- | --- | --- |");
        AtMost("`Decide`, allowed by consent / five look-ups in frozen dictionaries", answers.Ratio("Decide", "FiveFrozenLookUps"), 1);
        AtMost("the same without consent (contract)", answers.Ratio("DecideWithoutConsent", "FiveFrozenLookUps"), 1);
        AtLeast("`IAuthorizationService.AuthorizeAsync` with one requirement / `Decide`", answers.Ratio("Authorize", "Decide"), 8);
        Told("a policy engine that a .NET program can embed (XACML 3.0, Altinn.Authorization.ABAC), one rule / `Decide`", answers.Ratio("PolicyEngine", "Decide"));
        AtMost("bytes allocated by a thousand allowed answers", answers.Bytes("Decide") + answers.Bytes("DecideWithoutConsent"), 0);
        Told("`Decide`, refused by the policy / five look-ups", answers.Ratio("DecideRefused", "FiveFrozenLookUps"));
        AtMost("`PermittedFor` / `Where` on a boolean", lists.Ratio("PermittedFor", "Where"), 3);
        AtMost("`PermittedFor` with a member / `Where`", lists.Ratio("PermittedForMember", "Where"), 3);
        AtMost("`SplitByPermission`, which yields two lists, with a reason for each refusal, asked again / `Where`", lists.Ratio("Split", "Where"), 3);
        AtMost("the same where answers and three reasons come in no order / `Where` of as many in the same order", lists.Ratio("SplitInNoOrder", "WhereInNoOrder"), 3);
        Told("`SplitByPermission` / two lists by a boolean", lists.Ratio("Split", "TwoLists"));
        Told("the first `PermittedFor`, which binds each object to its person / `Where`", firstList.TotalNanoseconds / lists.Least("Where"));
        Told("the first `SplitByPermission` of people who are bound, which finds out each reason / `Where`", firstSplit.TotalNanoseconds / lists.Least("Where"));
        AtMost(string.Create(CultureInfo.InvariantCulture, $"bytes for each of {people.People:N0} people with one object each, beyond the object"), people.Collected + people.Handle, 64);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Counted of a person: {people.Collected:0.##} bytes that the collector manages (the slot, with the id of the object in it, and the places in which slots are found), and {people.Handle} of a weak handle beside them. The object, its id and the place for the slot in it are its own.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"One of those first reads took {people.Average.TotalMicroseconds:0.##} µs, collections of the run time included. The longest took {people.LongestWithCollection.TotalMilliseconds:0.#} ms, the longest of those in which nothing was collected {people.Longest.TotalMilliseconds:0.#} ms.").AppendLine();
        text.AppendLine("The policy engine is asked with requests that were made before, in which the person's consent stands: it knows no people, and no withdrawals.").AppendLine();

        text.AppendLine("| purposes | read for the last by name, ns | `Decide`, ns | grant and first read, µs |").AppendLine("| --- | --- | --- | --- |");
        foreach (var cost in purposes)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {cost.Purposes} | {cost.Read:0.#} | {cost.Decide:0.#} | {cost.GrantAndBind / 1000:0.#} |");
        text.AppendLine().AppendLine("| measured | µs, least | µs, median | bytes |").AppendLine("| --- | --- | --- | --- |");
        foreach (var measured in new[] { answers, lists })
        {
            foreach (var name in measured.Names)
                text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {measured.Least(name) / 1000:0.#} | {measured.Median(name) / 1000:0.#} | {measured.Bytes(name)} |");
        }

        return text.ToString().ReplaceLineEndings("\n");

        void Told(string what, double ratio) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | | {ratio:0.##} | |");
        void AtMost(string what, double ratio, double target) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | ≤ {target:0.##} | {ratio:0.##} | {(ratio <= target ? "met" : "**missed**")} |");
        void AtLeast(string what, double ratio, double target) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | ≥ {target:0.##} | {ratio:0.#} | {(ratio >= target ? "met" : "**missed**")} |");
    }
}
