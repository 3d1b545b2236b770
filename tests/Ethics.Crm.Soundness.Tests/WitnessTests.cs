using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What the oracle calls misuse, on programs that can be judged by reading them. Each is executed, too.</summary>
public sealed class WitnessTests
{
    [Fact]
    public void ReadInCodeForAWrongPurpose_IsAMisuseAtTheRead()
    {
        var code = Code("Letters", "marketing", [P], new Use(1, Mail()));

        var found = Witnesses(Program([code], Run(Calls(code, Person1))));

        Assert.Equal([WitnessKind.Read, WitnessKind.Flow], found.Select(static w => w.Kind));
        Assert.All(found, static w => Assert.Equal(("Person.Mail", "marketing"), (w.Source, w.Purpose)));
        // One report at the read tells both.
        Assert.Equal(found[0].Places, found[1].Places);
    }

    [Fact]
    public void ReadInCodeForItsPurpose_IsNone()
    {
        var code = Code("Desk", "support", [P], new Use(1, Mail()));
        Assert.Empty(Witnesses(Program([code], Run(Calls(code, Person1)))));
    }

    [Fact]
    public void ReadInCodeThatNobodyCallsForAnything_IsNone() => Assert.Empty(Witnesses(Program([], new Use(1, Mail()))));

    [Fact]
    public void UndeclaredHelper_WorksForItsCaller()
    {
        var helper = Code("Helper", "", [P], new Return(Mail()));
        var caller = Code("Letters", "marketing", [P], new Evaluate(Calls(helper, new Local("p", Person))));
        var found = Assert.Single(Witnesses(Program([helper, caller], Run(Calls(caller, Person1)))));
        Assert.Equal(WitnessKind.Helper, found.Kind);
    }

    [Fact]
    public void ValueThatIsHandedOver_IsToldAtTheCall_OrWhereItIsTaken()
    {
        var taker = Code("Letters", "marketing", [T], new Use(1, new Local("t", ModelType.Text)));
        var giver = Code("Desk", "support", [P], new Evaluate(Calls(taker, Mail())));
        var specimen = Specimen.Of(Program([taker, giver], Run(Calls(giver, Person1))));

        var found = Assert.Single(specimen.Said[0].Witnesses);

        Assert.Equal((WitnessKind.Flow, false), (found.Kind, found.Crossing));
        Assert.Equal([specimen.Printed.Lines[taker.Methods[0].Body[0]], specimen.Printed.Lines[giver.Methods[0].Body[0]]], found.Places.Order());
    }

    /// <summary>Each of the arguments that the compiler gathers is handed over by itself; an array that somebody made is not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ArgumentsThatAreGathered_AreHandedOver_AndAnArrayIsNot(bool isGathered)
    {
        var taker = Code("Letters", "marketing", [new("ts", ModelType.Texts) { IsParams = true }], new Use(1, new Element(new Local("ts", ModelType.Texts), new Number(1))));
        Expression array = new MakeArray([new Literal("x"), Mail()]);
        var giver = Code("Desk", "support", [P], isGathered ? [new Evaluate(Calls(taker, array))] : [new Declare("v", array), new Evaluate(Calls(taker, new Local("v", ModelType.Texts)))]);
        var specimen = Executed(Program([taker, giver], Run(Calls(giver, Person1))));

        var found = Assert.Single(specimen.Said[0].Witnesses);

        int used = specimen.Printed.Lines[taker.Methods[0].Body[0]], called = specimen.Printed.Lines[giver.Methods[0].Body[^1]];
        Assert.Equal(isGathered ? [used, called] : [used], found.Places.Order());
        Assert.Equal(isGathered, specimen.Said[0].Touches.Contains(new("Person.Mail", "marketing", called)));
    }

    [Fact]
    public void ValueThatComesThroughABox_CrossesTwoMethodsAndTheHeap()
    {
        var giver = Code("Desk", "support", [P, B], Put(Mail()));
        var taker = Code("Letters", "marketing", [B], new Use(1, Held()));
        var found = Assert.Single(Witnesses(Program([giver, taker], Run(Calls(giver, Person1, Box1)), Run(Calls(taker, Box2)))));
        Assert.True(found.Crossing);
    }

    [Fact]
    public void ValueThatWasOverwritten_IsNone()
    {
        var giver = Code("Desk", "support", [P, B], Put(Mail()), Put(new Literal("x")));
        var taker = Code("Letters", "marketing", [B], new Use(1, Held()));
        Assert.Empty(Witnesses(Program([giver, taker], Run(Calls(giver, Person1, Box1)), Run(Calls(taker, Box2)))));
    }

    [Fact]
    public void ValueThatArrivesAndIsNotUsed_IsATouchOnly()
    {
        var taker = Code("Letters", "marketing", [T], new Use(1, new Literal("x")));
        var giver = Code("Desk", "support", [P], new Evaluate(Calls(taker, Mail())));
        var said = Specimen.Of(Program([taker, giver], Run(Calls(giver, Person1)))).Said[0];
        Assert.Empty(said.Witnesses);
        Assert.Contains(said.Touches, static touch => touch is { Source: "Person.Mail", Purpose: "marketing" });
    }

    [Fact]
    public void LengthCarriesTheLabel_AndAConditionDoesNot()
    {
        var taker = Code("Letters", "marketing", [T], new Use(1, new Local("t", ModelType.Text)));
        var length = Code("Desk", "support", [P], new Evaluate(Calls(taker, new Derive(Derivation.Length, [Mail()]))));
        var condition = Code("Desk", "support", [P], new If(new EvenLength(Mail()), [new Evaluate(Calls(taker, new Literal("x")))], []));
        Assert.Single(Witnesses(Program([taker, length], Run(Calls(length, Person1)))));
        Assert.Empty(Witnesses(Program([taker, condition], Run(Calls(condition, Person1)))));
    }

    [Fact]
    public void Scope_ReplacesWhatTheCodeDeclares()
    {
        var inside = Code("Letters", "marketing", [P], new Scope(["support"], [new Use(1, Mail())]));
        var wrong = Code("Desk", "support", [P], new Scope(["marketing"], [new Use(1, Mail())]));
        Assert.Empty(Witnesses(Program([inside], Run(Calls(inside, Person1)))));
        Assert.Equal(2, Witnesses(Program([wrong], Run(Calls(wrong, Person1)))).Count);
    }

    /// <summary>It is called by code for something else, to which it is handed.</summary>
    [Theory]
    [InlineData("marketing", "support", 1)]
    [InlineData("support", "marketing", 0)]
    public void LambdaInAScope_WorksForTheScope(string scope, string others, int misuses)
    {
        var function = new FunctionType(false);
        var caller = Code("Caller", others, [new("f", function)], new Evaluate(new Invoke(new Local("f", function), null)));
        var writer = Code("Writer", others, [P], new Scope([scope], [new Evaluate(Calls(caller, new Lambda(null, [new Return(Mail())])))]));
        var found = Witnesses(Program([caller, writer], Run(Calls(writer, Person1))));
        Assert.Equal(Enumerable.Repeat((WitnessKind.Read, "marketing"), misuses), found.Select(static w => (w.Kind, w.Purpose)));
    }

    [Fact]
    public void StoringWhereMoreIsPermitted_IsAMisuse_AndWhatComesOutHasTheMembersLabel()
    {
        var copy = new Store(new Local("p", Person), "Person", "Copy", Mail());
        var giver = Code("Desk", "support", [P], copy);
        var taker = Code("Letters", "marketing", [P], new Use(1, new Load(new Local("p", Person), "Person", "Copy", ModelType.Text)));
        var found = Assert.Single(Witnesses(Program([giver, taker], Run(Calls(giver, Person1)), Run(Calls(taker, Person2)))));
        Assert.Equal((WitnessKind.Store, "Person.Mail", "Person.Copy"), (found.Kind, found.Source, found.Purpose));
    }

    /// <summary>One source and one border are one finding, and that of a read in the wrong code comes first. A value that was read before is stored by a statement of its own.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StoringWhatTheStatementMustNotRead_IsToldByTheReportOfTheRead(bool isOneStatement)
    {
        Store Copies(Expression value) => new(new Local("p", Person), "Person", "Copy", value);
        var code = Code("Letters", "billing", [P], isOneStatement ? [Copies(Mail())] : [new Declare("v", Mail()), Copies(new Local("v", ModelType.Text))]);
        var specimen = Executed(Program([code], Run(Calls(code, Person1))));
        var found = Assert.Single(specimen.Said[0].Witnesses, static witness => witness.Kind == WitnessKind.Store);
        var read = new Claim("ECRM2001", specimen.Printed.Lines[code.Methods[0].Body[0]], "Person.Mail", "billing");

        Assert.Equal(isOneStatement, read.Tells(found));
        Assert.False((read with { Id = "ECRM2002" }).Tells(found) || (read with { Line = read.Line + 1 }).Tells(found) || (read with { Source = "Person.Copy" }).Tells(found));
        Assert.True(new Claim("ECRM2007", found.Line, "Person.Mail", "Person.Copy").Tells(found));
    }

    [Fact]
    public void StoringWhereLessIsPermitted_IsNone()
    {
        var narrow = new Store(new Local("p", Person), "Person", "Mail", new Load(new Local("p", Person), "Person", "Copy", ModelType.Text));
        var giver = Code("Desk", "support", [P], narrow);
        Assert.Empty(Witnesses(Program([giver], Run(Calls(giver, Person1)))));
    }

    [Theory]
    [InlineData("marketing.email", true)]
    [InlineData("billing", false)]
    public void WhatIsCollectedForAPurpose_ServesItsParts(string purpose, bool isPermitted)
    {
        var code = Code("Letters", purpose, [P], new Use(1, new Load(new Local("p", Person), "Person", "Copy", ModelType.Text)));
        Assert.Equal(isPermitted, Witnesses(Program([code], Run(Calls(code, Person1)))).Count == 0);
    }

    [Fact]
    public void ValueOfTwoMembers_IsTwoMisuses_AndStoredOneWhereTheOtherMayBe()
    {
        Expression Both() => new Derive(Derivation.Concatenation, [Copy(), Mail()]);
        var giver = Code("Desk", "support", [P, B], Put(Both()));
        var taker = Code("Letters", "billing", [B], new Use(1, Held()));
        var storing = Code("Desk", "support", [P], new Store(new Local("p", Person), "Person", "Copy", Both()));

        var used = Witnesses(Program([giver, taker], Run(Calls(giver, Person1, Box1)), Run(Calls(taker, Box2))));
        var stored = Witnesses(Program([storing], Run(Calls(storing, Person1))));

        Assert.Equal([(WitnessKind.Flow, "Person.Copy"), (WitnessKind.Flow, "Person.Mail")], used.Select(static w => (w.Kind, w.Source)));
        Assert.Equal([(WitnessKind.Store, "Person.Mail")], stored.Select(static w => (w.Kind, w.Source)));
    }

    /// <summary>Half of it was read by the code that uses it, half came through a box: each half is a way of its own, whichever stands first.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ValueThatComesOnTwoWays_HasEachOfThem(bool isBoxFirst)
    {
        Expression read = new Local("v", ModelType.Text);
        var giver = Code("Desk", "support", [P, B], Put(Mail()));
        var taker = Code("Letters", "marketing", [P, B], new Declare("v", Mail()), new Use(1, new Derive(Derivation.Concatenation, isBoxFirst ? [Held(), read] : [read, Held()])));
        var specimen = Executed(Program([giver, taker], Run(Calls(giver, Person1, Box1)), Run(Calls(taker, Person2, Box2))));
        int declared = specimen.Printed.Lines[taker.Methods[0].Body[0]], used = specimen.Printed.Lines[taker.Methods[0].Body[1]];

        var ways = specimen.Said[0].Witnesses.Where(static w => w.Kind == WitnessKind.Flow).OrderBy(static w => w.Crossing).ToList();

        Assert.Equal([false, true], ways.Select(static w => w.Crossing));
        Assert.Equal([declared, used], ways[0].Places.Order());
        Assert.Equal([used], ways[1].Places);
        Assert.Equal([new ReadPlace(declared, "marketing", WitnessKind.Read)], ways[0].Reads);
        Assert.Empty(ways[1].Reads);
    }

    private static Expression Copy() => new Load(new Local("p", Person), "Person", "Copy", ModelType.Text);

    private static Local Person1 => new("p", Person);

    private static Local Person2 => new("p", Person);

    private static Local Box1 => new("b", Box);

    private static Local Box2 => new("b", Box);

    private static Evaluate Run(Call call) => new(call);

    private static IReadOnlyList<Witness> Witnesses(ProgramModel program) =>
        [.. Executed(program).Said.SelectMany(static said => said.Witnesses).DistinctBy(static w => (w.Kind, w.Source, w.Purpose, w.Line))];
}
