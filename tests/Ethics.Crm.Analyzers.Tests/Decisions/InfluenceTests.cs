namespace Ethics.Crm.Analyzers.Tests.Decisions;

/// <summary>ECRM2004: what may not influence a decision about people, in code that decides.</summary>
public sealed class InfluenceTests
{
    [Theory]
    [InlineData("branch", "int M(Applicant a) { if (a.Postcode.{|ECRM2004:StartsWith|}(\"9\")) return 500; return 900; }")]
    [InlineData("branch that leaves", "void M(Applicant a) { if (a.{|ECRM2004:IsRural|}) return; Bank.Offer(900); }")]
    [InlineData("comparison", "int M(Applicant a) => {|ECRM2004:a.Area > 5|} ? 500 : 900;")]
    [InlineData("comparison that is returned", "bool M(Applicant a) => {|ECRM2004:a.Postcode == \"99\"|};")]
    [InlineData("second half of a condition", "void M(Applicant a) { if (a.Income > 5 && {|ECRM2004:a.Area > 5|}) Bank.Offer(1); }")]
    [InlineData("computation", "int M(Applicant a) => {|ECRM2004:a.Income + a.Area|};")]
    [InlineData("computation on the way", "void M(Applicant a) { var n = a.Area; {|ECRM2004:n += 3|}; Bank.Offer(n); }")]
    [InlineData("switch statement", "int M(Applicant a) { switch (a.{|ECRM2004:Area|}) { case 1: return 5; case 2: return 6; default: return 7; } }")]
    [InlineData("switch expression", "int M(Applicant a) => a.{|ECRM2004:Area|} switch { < 5 => 1, _ => 2 };")]
    [InlineData("switch on a text", "int M(Applicant a) => a.{|ECRM2004:Postcode|} switch { \"99\" => 1, _ => 2 };")]
    [InlineData("pattern", "bool M(Applicant a) => {|ECRM2004:a|} is { Area: > 5 };")]
    [InlineData("loop", "int M(Applicant a) { var n = 0; for (var i = a.Area; {|ECRM2004:i > 0|}; i--) n++; return n; }")]
    [InlineData("order", "Applicant M(List<Applicant> all) => all.OrderBy({|ECRM2004:a => a.Postcode|}).First();")]
    [InlineData("order in a query", "Applicant M(List<Applicant> all) => (from a in all orderby a.{|ECRM2004:Postcode|} select a).First();")]
    [InlineData("filter", "int M(List<Applicant> all) => all.Where({|ECRM2004:a => a.IsRural|}).Count();")]
    [InlineData("filter by a method", "int M(List<Applicant> all) => all.Count({|ECRM2004:Far|}); bool Far(Applicant a) => {|ECRM2004:a.Area > 5|};")]
    [InlineData("what is picked", "Applicant? M(List<Applicant> all) => all.MinBy({|ECRM2004:a => a.Area|});")]
    [InlineData("index that is read", "int M(Applicant a, int[] rates) => {|ECRM2004:rates[a.Area]|};")]
    [InlineData("index that is written", "bool M(Applicant a) { var seen = new bool[10]; seen[a.{|ECRM2004:Area|}] = true; return seen[1]; }")]
    [InlineData("key that is looked up", "decimal M(Applicant a, Dictionary<string, decimal> rates) => {|ECRM2004:rates[a.Postcode]|};")]
    [InlineData("key that is written", "void M(Applicant a, Dictionary<string, int> rates) => rates[a.{|ECRM2004:Postcode|}] = 3;")]
    [InlineData("guard that throws", "void M(Applicant a) => ArgumentOutOfRangeException.ThrowIfGreaterThan(a.{|ECRM3003:{|ECRM2004:Area|}|}, 5);")]
    [InlineData("filter of an exception", "void M(Applicant a) { try { Bank.Offer(1); } catch (Exception) when (a.{|ECRM2004:IsRural|}) { } }")]
    [InlineData("variable", "int M(Applicant a) { var code = a.Postcode.Trim(); return code.{|ECRM2004:StartsWith|}(\"9\") ? 500 : 900; }")]
    [InlineData("object", "int M(Applicant a) { var b = new Box { Number = a.Area }; return {|ECRM2004:b.Number > 3|} ? 1 : 2; }")]
    [InlineData("asynchronous", "async Task<int> M(Applicant a) { var n = await Task.FromResult(a.Area); return {|ECRM2004:n > 3|} ? 1 : 2; }")]
    [InlineData("local function", "int M(Applicant a) { return {|ECRM2004:Far|}() ? 1 : 2; bool Far() => a.Area > 5; }")]
    public Task Proxy_OnWhichSomethingDepends_IsReported(string form, string members) => Decision.VerifyAsync(form, members);

    [Theory]
    [InlineData("copied", "string M(Applicant a) => a.Postcode;")]
    [InlineData("joined", "string M(Applicant a) => \"To \" + a.Postcode + $\", {a.Area}\";")]
    [InlineData("handed over", "void M(Applicant a) => Bank.Offer(a.Postcode);")]
    [InlineData("null check", "void M(Applicant a) { if (a.Postcode is null) return; var s = a.Postcode ?? \"\"; Bank.Offer(1); }")]
    [InlineData("null guard", "void M(Applicant a) { ArgumentNullException.ThrowIfNull(a.Postcode); Bank.Offer(1); }")]
    [InlineData("count", "int M(List<Applicant> all) { var codes = all.Select(a => a.Postcode).ToList(); return codes.Count > 2 ? 1 : 2; }")]
    [InlineData("loop over them", "string M(List<Applicant> all) { var s = \"\"; foreach (var a in all) s += a.Postcode; return s; }")]
    [InlineData("projection", "List<string> M(List<Applicant> all) => all.Select(a => a.Postcode).ToList();")]
    [InlineData("what may decide", "int M(Applicant a) => a.Income > 5 ? a.Income / 2 : 0;")]
    [InlineData("order by what may", "Applicant M(List<Applicant> all) => all.OrderBy(a => a.Income).First();")]
    [InlineData("index by what may", "int M(Applicant a, int[] rates) => rates[a.Income];")]
    [InlineData("overwritten", "int M(Applicant a) { var n = a.Area; n = 3; return n > 3 ? 1 : 2; }")]
    [InlineData("other part of an object", "int M(Applicant a) { var b = new Box { Number = a.Area, Text = \"x\" }; return b.Text.Length > 3 ? 1 : 2; }")]
    [InlineData("made anonymous", "bool M(Applicant a) => Half(a.Postcode) == 'N'; [Anonymizes(\"half of the country\")] char Half(string code) => code.Length > 3 ? 'N' : 'S';")]
    public Task Proxy_OnWhichNothingDepends_IsNotReported(string form, string members) => Decision.VerifyAsync(form, members);

    [Theory]
    [InlineData("protected, read", "bool M(Applicant a) => a.{|ECRM2004:Origin|} == \"x\";")]
    [InlineData("protected, copied", "string M(Applicant a) => a.{|ECRM2004:Origin|};")]
    [InlineData("protected, in a pattern", "bool M(Applicant a) => a is { {|ECRM2004:Origin|}: \"x\" };")]
    [InlineData("protected, in a local function", "bool M(List<Applicant> all) { return all.Any(Foreign); static bool Foreign(Applicant a) => a.{|ECRM2004:Origin|} == \"x\"; }")]
    [InlineData("denied by a rule", "int M(Applicant a) => a.{|ECRM2004:Arrears|};")]
    [InlineData("not collected, read", "bool M(Applicant a) => a.{|ECRM2001:Remark|} == \"x\";")]
    public Task WhatMayNotBeReadThere_IsReportedWhereItIsRead(string form, string members) => Decision.VerifyAsync(form, members);

    [Theory]
    [InlineData("protected, taken", "int M(Box b) => b.{|ECRM2004:Flag|} ? 1 : 2;", "b.Flag = a.Origin == \"x\";")]
    [InlineData("denied by a rule, taken", "int M(Box b) => b.{|ECRM2004:Number|};", "b.Number = a.Arrears;")]
    [InlineData("not collected, and something depends on it", "int M(Box b) => {|ECRM2004:b.Number > 0|} ? 1 : 2;", "b.Number = a.Remark.Length;")]
    [InlineData("not collected, copied", "string M(Box b) => b.{|ECRM2002:Text|};", "b.Text = a.Remark;")]
    [InlineData("proxy, and something depends on it", "int M(Box b) => {|ECRM2004:b.Number > 0|} ? 1 : 2;", "b.Number = a.Area;")]
    [InlineData("proxy, copied", "int M(Box b) => b.Number;", "b.Number = a.Area;")]
    [InlineData("comparison of a proxy is a value", "int M(Box b) => b.{|ECRM2004:Flag|} ? 1 : 2;", "b.Flag = a.Area > 3;")]
    [InlineData("what a condition elsewhere decides is none", "int M(Box b) => b.Flag ? 1 : 2;", "b.Flag = false; if (a.Origin == \"x\") b.Flag = true;")]
    public Task WhatComesFromElsewhere_IsReportedWhereItIsTakenOrDecides(string form, string members, string statement)
        => Decision.VerifyAsync(form, "public " + members, "[ForPurpose(\"support\")] public class Desk { void N(Applicant a, Box b) { " + statement + " } } public class Main { void R(Applicant a, Box b, Desk2 d) { d.N(a, b); new Scoring().M(b); } } [ForPurpose(\"support\")] public class Desk2 { public void N(Applicant a, Box b) { " + statement + " } }");

    [Theory]
    [InlineData("helper with a condition", "int M(Applicant a) => Limits.Of(a);", "public static class Limits { public static int Of(Applicant a) => {|ECRM2004:a.Area > 5|} ? 1 : 2; }")]
    [InlineData("helper that is handed the value", "int M(Applicant a) => Limits.Of(a.Area);", "public static class Limits { public static int Of(int n) => {|ECRM2004:n > 5|} ? 1 : 2; }")]
    [InlineData("two helpers", "int M(Applicant a) => Limits.Of(a.Area);", "public static class Limits { public static int Of(int n) => By(n); static int By(int n) => {|ECRM2004:n > 5|} ? 1 : 2; }")]
    [InlineData("helper that compares, condition here", "int M(Applicant a) => Limits.{|ECRM2004:Is|}(a.Postcode) ? 1 : 2;", "public static class Limits { public static bool Is(string s) => s.StartsWith(\"9\"); }")]
    [InlineData("helper that reads what is protected", "int M(Applicant a) => Limits.Of(a);", "public static class Limits { public static int Of(Applicant a) => a.{|ECRM2004:Origin|} == \"x\" ? 1 : 2; }")]
    [InlineData("scope", "", "public class Bureau { void M(Applicant a) { using (PurposeScope.Enter(\"credit-offer\")) { if ({|ECRM2004:a.Area > 5|}) Bank.Offer(1); } } }")]
    [InlineData("two purposes, one of them decides", "", "[ForPurpose(\"support\", \"credit-offer\")] public class Both { int M(Applicant a) => {|ECRM2004:a.Area > 5|} ? 1 : 2; }")]
    public Task HelpersAndScopes_DecideForTheCodeThatUsesThem(string form, string members, string types) => Decision.VerifyAsync(form, members, types);

    [Theory]
    [InlineData("condition in support", "[ForPurpose(\"support\")] public class Desk { string M(Applicant a) => a.Area > 5 ? \"by ship\" : a.Origin; }")]
    [InlineData("condition in code that declares nothing, and nobody decides", "public class Desk { string M(Applicant a) => a.Area > 5 ? \"by ship\" : a.Postcode; }")]
    [InlineData("helper that support calls", "[ForPurpose(\"support\")] public class Desk { int M(Applicant a) => Limits.Of(a.Area); } public static class Limits { public static int Of(int n) => n > 5 ? 1 : 2; }")]
    [InlineData("helper that decides by what may", "public static class Limits { public static int Of(int n) => n > 5 ? 1 : 2; } [ForPurpose(\"credit-offer\")] public class Other { int M(Applicant a) => Limits.Of(a.Income); }")]
    [InlineData("scope that is closed", "public class Bureau { void M(Applicant a) { using (PurposeScope.Enter(\"credit-offer\")) { Bank.Offer(1); } if (a.Area > 5) Bank.Tell(1); } }")]
    [InlineData("protected where nobody decides", "[ForPurpose(\"fairness-audit\")] public class Audit { int M(List<Applicant> all) => all.Count(a => a.Origin == \"x\"); }")]
    public Task CodeThatDecidesNothing_IsNotReported(string form, string types) => Decision.VerifyAsync(form, "", types);

    [Fact]
    public Task RuleOutsideOfDecisions_TakesTheIdOfItsWay()
        => Decision.VerifyAsync("read", "", "[ForPurpose(\"fairness-audit\")] public class Audit { int M(Applicant a) => a.{|ECRM2001:Arrears|}; }");

    /// <summary>Once for each read and each method that decides, at the first place.</summary>
    [Fact]
    public Task SeveralConditionsOnOneRead_AreOneFinding()
        => Decision.VerifyAsync("twice", "int M(Applicant a) { var n = a.Area; var m = {|ECRM2004:n > 5|} ? 1 : 2; return n > 9 ? m : N(n) + n; } int N(int n) => {|ECRM2004:n > 5|} ? 1 : 2;");

    [Theory]
    [InlineData("groups", "object M(List<Applicant> all) => all.GroupBy({|ECRM2004:a => a.Postcode|}).ToList();")]
    [InlineData("groups with a result", "object M(List<Applicant> all) => all.GroupBy({|ECRM2004:a => a.Postcode|}, (k, g) => g.Count()).ToList();")]
    [InlineData("groups in a query", "object M(List<Applicant> all) => (from a in all group a by a.{|ECRM2004:Postcode|}).ToList();")]
    [InlineData("distinct", "object M(List<Applicant> all) => all.DistinctBy({|ECRM2004:a => a.Area|}).ToList();")]
    [InlineData("counted", "object M(List<Applicant> all) => all.CountBy({|ECRM2004:a => a.Area|}).ToList();")]
    [InlineData("folded", "object M(List<Applicant> all) => all.AggregateBy({|ECRM2004:a => a.Area|}, 0, (n, a) => n + 1).ToList();")]
    [InlineData("look-up", "object M(List<Applicant> all) => all.ToLookup({|ECRM2004:a => a.Postcode|});")]
    [InlineData("dictionary", "object M(List<Applicant> all) => all.ToDictionary({|ECRM2004:a => a.Postcode|});")]
    [InlineData("second order", "object M(List<Applicant> all) => all.OrderBy(a => a.Income).ThenBy({|ECRM2004:a => a.Area|}).ToList();")]
    [InlineData("join in a query", "object M(List<Applicant> all, List<Box> b) => (from a in all join x in b on a.{|ECRM2004:Postcode|} equals x.Text select x.Number).ToList();")]
    [InlineData("function in a variable", "object M(List<Applicant> all) { Func<Applicant, bool> f = a => a.IsRural; return all.Where({|ECRM2004:f|}).ToList(); }")]
    public Task KeyFunction_DecidesWhatIsTogether(string form, string members) => Decision.VerifyAsync(form, members);

    [Theory]
    [InlineData("groups by what may", "object M(List<Applicant> all) => all.GroupBy(a => a.Income).ToList();")]
    [InlineData("elements of groups by what may", "object M(List<Applicant> all) => all.GroupBy(a => a.Income, a => a.Postcode).ToList();")]
    [InlineData("distinct by what may", "object M(List<Applicant> all) => all.DistinctBy(a => a.Income).ToList();")]
    [InlineData("counted by what may", "object M(List<Applicant> all) => all.CountBy(a => a.Income).ToList();")]
    [InlineData("folded by what may", "object M(List<Applicant> all) => all.AggregateBy(a => a.Income, \"\", (s, a) => s + a.Postcode).ToList();")]
    [InlineData("dictionary by what may", "object M(List<Applicant> all) => all.ToDictionary(a => a.Id, a => a.Postcode);")]
    [InlineData("join by what may", "object M(List<Applicant> all, List<Box> b) => all.Join(b, a => a.Income, x => x.Number, (a, x) => a.Postcode + x.Text).ToList();")]
    [InlineData("function in a variable that may", "object M(List<Applicant> all) { Func<Applicant, bool> f = a => a.Income > 3; return all.Where(f).ToList(); }")]
    public Task KeyFunctionThatMay_IsNotReported(string form, string members) => Decision.VerifyAsync(form, members);

    [Theory]
    [InlineData("counted up", "int M(Applicant a) { var n = a.Area; {|ECRM2004:n++|}; return n; }")]
    [InlineData("negated", "int M(Applicant a) => {|ECRM2004:-a.Area|};")]
    [InlineData("counted up by what may", "int M(Applicant a) { var n = a.Income; n++; GC.KeepAlive(a.Area); return -n; }")]
    public Task ComputationWithOneOperand_IsOne(string form, string members) => Decision.VerifyAsync(form, members);

    /// <summary>What they find or leave carries the label, so that a condition on it is reported; that they look is not, yet.</summary>
    [Theory]
    [InlineData("removed", "void M(List<Applicant> all) => all.RemoveAll(a => a.IsRural);")]
    [InlineData("sorted by a comparison", "void M(List<Applicant> all) => all.Sort((a, b) => a.Area.CompareTo(b.Area));")]
    [InlineData("place in a list", "int M(List<Applicant> all) => all.FindIndex(a => a.IsRural);")]
    [InlineData("looked up by a method", "int M(Applicant a, Dictionary<string, int> rates) => rates.GetValueOrDefault(a.Postcode);")]
    [InlineData("looked up with a default", "int M(Applicant a, Dictionary<string, int> rates) => rates.TryGetValue(a.Postcode, out var n) ? n : 2;")]
    [InlineData("computed by the framework", "int M(Applicant a) => Math.Max(a.Area, 3);")]
    public Task FalseNegative_MethodOfAListADictionaryOrMath_InfluencesNothing(string form, string members) => Decision.VerifyAsync(form, members);

    [Theory]
    [InlineData("is there a text", "int M(Applicant a) => string.{|ECRM2004:IsNullOrEmpty|}(a.Postcode) ? 1 : 2;")]
    [InlineData("is it a number", "int M(Applicant a) => int.{|ECRM2004:TryParse|}(a.Postcode, out _) ? 1 : 2;")]
    public Task FalseAlarm_WhetherAValueIsThere(string form, string members) => Decision.VerifyAsync(form, members);

    [Fact]
    public Task FalseAlarm_WordsOfALetterInCodeThatDecides()
        => Decision.VerifyAsync("letter", "string M(Applicant a) => a.Postcode.{|ECRM2004:StartsWith|}(\"9\") ? \"by ship\" : \"by train\";");
}
