using System.CommandLine;
using System.Reflection;
using PurposeBench.Commands;

var folder = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "BenchFolder").Value!;
var markdown = new Option<FileInfo?>("--markdown") { Description = "Also writes the table to this file." };
var json = new Option<FileInfo?>("--json") { Description = "Also writes every figure, with the findings of each case, to this file." };

var only = new Option<string?>("--only") { Description = "Takes the cases whose id contains this text." };
var verify = new Command("verify", "Executes every case and fails where its header and the runs disagree.") { only };
verify.SetAction(result => VerifyCommand.Run(folder, result.GetValue(only)));

var logs = new Argument<FileInfo[]>("logs") { Description = "SARIF 2.1 logs of a build of the cases.", Arity = ArgumentArity.OneOrMore };
logs.AcceptExistingOnly();
var rules = new Option<string[]>("--rules") { Description = "Counts only rules with these prefixes; all by default.", AllowMultipleArgumentsPerToken = true };
var name = new Option<string>("--name") { Description = "What the analyzer is called in the table.", DefaultValueFactory = _ => "analyzer" };
var score = new Command("score", "Scores an analyzer from its logs.") { logs, rules, name, markdown, json };
score.SetAction(result => ScoreCommand.Run(folder, result.GetRequiredValue(logs), result.GetRequiredValue(name), result.GetValue(rules) ?? [], result.GetValue(markdown), result.GetValue(json)));

var record = new Option<string?>("--record") { Description = "Appends a row of this name to benchmarks/results/purposebench-history.md." };
var ours = new Command("ours", "Builds the cases with the rules of this repository and scores them.") { record, markdown, json };
ours.SetAction(result => OursCommand.Run(folder, result.GetValue(record), result.GetValue(markdown), result.GetValue(json)));

var peers = new Command("peers", "Asks SecurityCodeScan and the taint rules of NetAnalyzers about every case, and scores them.") { only, markdown, json };
peers.SetAction(result => PeersCommand.Run(folder, result.GetValue(only), result.GetValue(markdown), result.GetValue(json)));

var root = new RootCommand("PurposeBench: programs that use personal data for the right and for the wrong purpose, with executed truth.") { verify, score, ours, peers };
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
