using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ethics.Crm.Benchmarks.Withdrawals;

/// <summary>What came of the race.</summary>
public static class WithdrawalReport
{
    public static string ToMarkdown(WithdrawalRace.Result race, long wanted)
    {
        var text = new StringBuilder();
        text.AppendLine("# Reads against withdrawals").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine(CultureInfo.InvariantCulture, $"dotnet run -c Release --project benchmarks/Ethics.Crm.Benchmarks -- withdrawals --reads {wanted} --write-results").AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}. {race.Readers} threads read a guarded property by its generated getter, while its person consents and withdraws without end.").AppendLine();
        text.AppendLine("| | |").AppendLine("| --- | --- |");
        Row("reads", race.Reads);
        Row("withdrawals", race.Withdrawals);
        Row("reads that were refused", race.Refused);
        Row("reads that began after a withdrawal had returned and ended before the next consent was asked for", race.Judged);
        Row("of these, let through (asked: 0)", race.Wrong);
        text.AppendLine(CultureInfo.InvariantCulture, $"| seconds | {race.Took.TotalSeconds:0.#} |");
        text.AppendLine().AppendLine("The same race, of a hundred million reads, runs with the tests (`WithdrawalOrderTests`), which also judge histories of reads, decisions and lists by a checker.");
        return text.ToString().ReplaceLineEndings("\n");

        void Row(string what, long count) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {count:N0} |");
    }
}
