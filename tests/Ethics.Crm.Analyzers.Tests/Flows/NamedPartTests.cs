namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through members that dynamic code names on an object that another method has made: a view bag that one fills and another one reads.</summary>
public sealed class NamedPartTests
{
    private const string Controller = "public abstract class Controller { readonly ExpandoObject bag = new(); public dynamic ViewBag => bag; } public class Tickets : Controller { public void Index(Contact c) { ViewBag.Title = c.Name; ViewBag.Call = c.Email; } } ";

    [Theory]
    [InlineData("view bag", Controller + "public static class Banner { public static void Render(dynamic bag) { string s = bag.Call; Mailer.Send({|ECRM2002:s|}); } } public class Job { void M(Contact c) { var t = new Tickets(); t.Index(c); Banner.Render(t.ViewBag); } }")]
    [InlineData("view bag, alias", Controller + "public static class Banner { public static void Render(dynamic bag) { dynamic other = bag; var s = other.Call; Mailer.Send({|ECRM2002:(object)s|}); } } public class Job { void M(Contact c) { var t = new Tickets(); t.Index(c); var bag = t.ViewBag; Banner.Render(bag); } }")]
    [InlineData("view bag, as a dictionary", Controller + "public static class Banner { public static void Render(ExpandoObject bag) { IDictionary<string, object?> all = bag; Mailer.Send({|ECRM2002:all[\"Call\"]|}); } } public class Job { void M(Contact c) { var t = new Tickets(); t.Index(c); Banner.Render(t.ViewBag); } }")]
    [InlineData("view bag, written as data", "public abstract class Controller { readonly ExpandoObject bag = new(); public dynamic ViewBag => bag; public IDictionary<string, object?> ViewData => bag; } public class Tickets : Controller { public void Index(Contact c) => ViewData[\"Call\"] = c.Email; } public static class Banner { public static void Render(dynamic bag) { string s = bag.Call; Mailer.Send({|ECRM2002:s|}); } } public class Job { void M(Contact c) { var t = new Tickets(); t.Index(c); Banner.Render(t.ViewBag); } }")]
    [InlineData("view bag, read in the controller", Controller + "public class Other : Tickets { public void Show() { string s = ViewBag.Call; Mailer.Send({|ECRM2002:s|}); } } public class Job { void M(Contact c) { var t = new Other(); t.Index(c); t.Show(); } }")]
    [InlineData("object of a class", "public static class Banner { public static void Render(dynamic bag) { string s = bag.Text; Mailer.Send({|ECRM2002:s|}); } } public class Job { void M(Contact c) => Banner.Render(new Box { Text = c.Email }); }")]
    [InlineData("written by a helper", "public static class Filler { public static void Fill(dynamic bag, string s) => bag.{|ECRM9002:Call|} = s; } public class Job { void M(Contact c) { dynamic bag = new ExpandoObject(); Filler.Fill(bag, c.Email); string s = bag.Call; Mailer.Send({|ECRM2002:s|}); } }", 1)]
    [InlineData("written by a helper into an object of a class", "public static class Filler { public static void Fill(dynamic bag, string s) => bag.{|ECRM9002:Text|} = s; } public class Job { void M(Contact c) { var b = new Box(); Filler.Fill(b, c.Email); Mailer.Send(b.{|ECRM2002:Text|}); } }", 1)]
    public Task WhatOneNames_AnotherFinds(string form, string types, int unconcluded = 0) => LateBoundSource.VerifyAsync(form, types, unconcluded);

    [Theory]
    [InlineData("view bag, other member", Controller + "public static class Banner { public static void Render(dynamic bag) { string s = bag.Title; Mailer.Send(s); } } public class Job { void M(Contact c) { var t = new Tickets(); t.Index(c); Banner.Render(t.ViewBag); } }")]
    [InlineData("view bag, for its purpose", Controller + "public static class Banner { [ForPurpose(\"support\")] public static void Render(dynamic bag) { string s = bag.Call; GC.KeepAlive(s); } } public class Job { void M(Contact c) { var t = new Tickets(); t.Index(c); Banner.Render(t.ViewBag); } }")]
    [InlineData("other view bag", Controller + "public static class Banner { public static void Render(dynamic bag) { string s = bag.Call; Mailer.Send(s); } } public class Job { void M(Contact c) { var t = new Tickets(); t.Index(c); var other = new Tickets(); Banner.Render(other.ViewBag); } }")]
    [InlineData("other member of an object of a class", "public static class Banner { public static void Render(dynamic bag) { string s = bag.Other; Mailer.Send(s); } } public class Job { void M(Contact c) => Banner.Render(new Box { Text = c.Email }); }")]
    public Task WhatLiesUnderAnotherName_IsSilent(string form, string types) => LateBoundSource.VerifyAsync(form, types);
}
