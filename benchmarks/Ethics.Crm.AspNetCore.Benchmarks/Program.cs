using System.Reflection;
using Ethics.Crm.AspNetCore.Benchmarks;

if (args is [WebRun.Command])
{
    Console.WriteLine((await Requests.MeasureAsync()).ToLine());
    return;
}

const int Processes = 7;
var report = WebReport.ToMarkdown([.. Enumerable.Range(0, Processes).Select(static _ => WebRun.InAProcessOfItsOwn())]);
Console.WriteLine(report);
if (args.Contains("--write-results"))
{
    var file = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(static m => m.Key == "ResultsFile").Value!;
    File.WriteAllText(file, report);
    Console.WriteLine($"Written to {Path.GetFullPath(file)}");
}
