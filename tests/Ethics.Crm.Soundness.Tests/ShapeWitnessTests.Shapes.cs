using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The programs, by their names.</summary>
public sealed partial class ShapeWitnessTests
{
    private static ImmutableArray<Statement> Body(string shape)
    {
        Expression X() => new Literal("x");
        Local Array() => new("a", ModelType.Texts);
        Local Made(string name) => new(name, new ClassType("Card"));
        Declare Pair() => new("a", new MakeArray([X(), Mail()]));
        Declare Record() => new("c", new Create("Card", [new("One", Mail()), new("Other", X())]));
        Local Object() => new("o", Box);
        Expression Builder(string name) => new Local(name, ModelType.Builder);
        Local Variable() => new("v", Text);
        return shape switch
        {
            "element" => [Pair(), Send(new Element(Array(), new Number(1)))],
            "other element" => [Pair(), Send(new Element(Array(), new Number(0)))],
            "element at a counted place" => [Pair(), new Declare("n", new Number(1)), Send(new Element(Array(), new Local("n", ModelType.Number)))],
            "element at another counted place" => [Pair(), new Declare("n", new Number(0)), Send(new Element(Array(), new Local("n", ModelType.Number)))],
            "reference to a variable" => [new Declare("v", X()), new Refer("r", Variable()), new Assign("r", Mail()), Send(Variable())],
            "reference to another variable" => [new Declare("v", X()), new Declare("w", X()), new Refer("r", new Local("w", Text)), new Assign("r", Mail()), Send(Variable())],
            "reference to a field" => [new Declare("o", new Create("Box", [])), new Refer("r", Held("o")), new Assign("r", Mail()), Send(Held("o"))],
            "reference to an element" => [Pair(), new Refer("r", new Element(Array(), new Number(0))), new Assign("r", Mail()), Send(new Element(Array(), new Number(0)))],
            "reference to another element" => [Pair(), new Refer("r", new Element(Array(), new Number(1))), new Assign("r", Mail()), Send(new Element(Array(), new Number(0)))],
            "pattern" => [new Declare("o", new Create("Box", [])), Put(Mail(), "o"), new IfMatch(Object(), "Box", "Held", "v", [Send(Variable())])],
            "pattern of another member" => [new Declare("o", new Create("Box", [])), Put(X(), "o"), new IfMatch(new Local("p", Person), "Person", "Copy", "v", [Send(Variable())])],
            "switch expression" => [Send(new Match(new Local("p", Person), "Person", "Mail", "v", Variable()))],
            "switch expression that drops it" => [Send(new Match(new Local("p", Person), "Person", "Mail", "v", X()))],
            "switch over a bit" => [Send(new Choice(new Bit(0), Mail(), X()) { IsSwitch = true })],
            "record" => [Record(), Send(new Load(Made("c"), "Card", "One", Text))],
            "other half of a record" => [Record(), Send(new Load(Made("c"), "Card", "Other", Text))],
            "copy with it" => [Record(), new Declare("d", new With(Made("c"), [new("Other", Mail())])), Send(new Load(Made("d"), "Card", "Other", Text))],
            "copy without it" => [Record(), new Declare("d", new With(Made("c"), [new("One", X())])), Send(new Load(Made("d"), "Card", "One", Text))],
            "original of a copy with it" => [Record(), new Declare("d", new With(Made("c"), [new("Other", Mail())])), Send(new Load(Made("c"), "Card", "Other", Text))],
            "record taken apart" => [Record(), new Split("v", "w", Made("c")), Send(Variable())],
            "other part of a record taken apart" => [Record(), new Split("w", "v", Made("c")), Send(Variable())],
            "exception" => [new Try([new Throw(Mail())], "e", [Send(new Caught("e"))])],
            "exception with another text" => [new Try([new Throw(X())], "e", [Send(new Caught("e"))])],
            "exception before it" => [new Declare("v", X()), new Try([new Throw(X()), new Assign("v", Mail())], "e", [Send(Variable())])],
            "builder" => [new Declare("s", new MakeBuilder(X())), new AppendTo(Builder("s"), Mail()), Send(new Built(Builder("s")))],
            "other builder" => [new Declare("s", new MakeBuilder(X())), new Declare("u", new MakeBuilder(X())), new AppendTo(Builder("s"), Mail()), Send(new Built(Builder("u")))],
            "format" => [Send(new Derive(Derivation.Format, [X(), Mail()]))],
            "span" => [Send(new Derive(Derivation.Span, [Mail()]))],
            "compound assignment" => [new Declare("v", X()), new Assign("v", new Derive(Derivation.Concatenation, [Variable(), Mail()])), Send(Variable())],
            "local function" => [new Declare("v", Mail()), Function("v"), Send(new Invoke(new Local("f", new FunctionType(false)), null))],
            "local function of another variable" => [new Declare("v", Mail()), new Declare("w", X()), Function("w"), Send(new Invoke(new Local("f", new FunctionType(false)), null))],
            "variable that a function writes" => [new Declare("v", X()), Writing(), Run(), Send(Variable())],
            "variable before a function writes it" => [new Declare("v", X()), Writing(), Send(Variable()), Run()],
            "variable that a function would write" => [new Declare("v", X()), Writing(), Send(Variable())],
            "variable that a function writes, in another" => [new Declare("v", X()), Writing(), new Declare("g", new Lambda(null, [new Return(Variable())])), Run(), Send(new Invoke(new Local("g", new FunctionType(false)), null))],
            "variable that a local function writes" => [new Declare("v", X()), Writing(isLocal: true), Run(), Send(Variable())],
            "function that is handed it" => [Taking(Send(new Local("q", Text))), Run(Mail())],
            "function that is handed another" => [Taking(Send(new Local("q", Text))), Run(X())],
            "function that puts what it is handed" => [new Declare("v", X()), Taking(new Assign("v", new Local("q", Text))), Run(Mail()), Send(Variable())],
            "local function that puts what it is handed" => [new Declare("v", X()), Taking(new Assign("v", new Local("q", Text)), isLocal: true), Run(Mail()), Send(Variable())],
            "round before" => [new Declare("v", X()), Round(2, LoopForm.While)],
            "round before, with one round" => [new Declare("v", X()), Round(1, LoopForm.While)],
            "jump" => [new Declare("v", X()), Round(2, LoopForm.Jump)],
            "half that a pattern takes" => [new IfHalves(new MakePair(X(), Mail()), "w", "v", [Send(Variable())])],
            "other half that a pattern takes" => [new IfHalves(new MakePair(X(), Mail()), "v", "w", [Send(Variable())])],
            "half of a record that a pattern takes" => [Record(), new IfHalves(Made("c"), "v", "w", [Send(Variable())])],
            "other half of a record that a pattern takes" => [Record(), new IfHalves(Made("c"), "w", "v", [Send(Variable())])],
            "half that an arm takes" => [Send(new MatchHalves(new MakePair(Mail(), X()), "v", "w", Variable()))],
            "other half that an arm takes" => [Send(new MatchHalves(new MakePair(Mail(), X()), "w", "v", Variable()))],
            "half of a record that an arm takes" => [Record(), Send(new MatchHalves(Made("c"), "v", "w", Variable()))],
            "arm that drops it" => [Send(new MatchHalves(new MakePair(Mail(), X()), "v", "w", X()))],
            "object without name" => [Nameless(), Send(new MemberOf(new Local("n", ModelType.Nameless), "One"))],
            "other member of an object without name" => [Nameless(), Send(new MemberOf(new Local("n", ModelType.Nameless), "Other"))],
            "copy of an object without name" => [Nameless(), Copied("Other", X()), Send(new MemberOf(new Local("m", ModelType.Nameless), "One"))],
            "copy of an object without name, without it" => [Nameless(), Copied("One", X()), Send(new MemberOf(new Local("m", ModelType.Nameless), "One"))],
            "original of a copy of an object without name" => [Nameless(), Copied("Other", Mail()), Send(new MemberOf(new Local("n", ModelType.Nameless), "Other"))],
            "filter that is given it" => [new Try([Try([new Throw(Mail())], new EvenLength(Sent(new Caught("e"))), X())], "f", [])],
            "filter that is given another" => [new Try([Try([new Throw(X())], new EvenLength(Sent(new Caught("e"))), X())], "f", [])],
            "exception past a filter" => [new Try([Try([new Throw(Mail())], new Bit(0), X())], "f", [Send(new Caught("f"))])],
            "other exception past a filter" => [new Try([Try([new Throw(X())], new Bit(0), X())], "f", [Send(new Caught("f"))])],
            "exception that a filter takes" => [new Try([Try([new Throw(Mail())], new Bit(0), new Caught("e"))], "f", [])],
            "filter before the end" => [new Declare("v", X()), new Try([Try([new Ensure([new Throw(X())], [new Assign("v", Mail())])], new EvenLength(Sent(Variable())), X())], "f", [])],
            "end" => [new Declare("v", X()), new Ensure([new Assign("v", Mail())], [Send(Variable())])],
            "end without it" => [new Declare("v", Mail()), new Ensure([new Assign("v", X())], [Send(Variable())])],
            "after the end" => [new Declare("v", X()), new Ensure([new Assign("v", Mail())], [new Assign("v", X())]), Send(Variable())],
            "after an end that puts it" => [new Declare("v", X()), new Ensure([new Assign("v", X())], [new Assign("v", Mail())]), Send(Variable())],
            "end on the way of an exception" => [new Declare("v", X()), new Try([new Ensure([new Throw(X())], [new Assign("v", Mail())])], "e", [Send(Variable())])],
            "handler after an end that replaces it" => [new Declare("v", X()), new Try([new Ensure([new Assign("v", Mail()), new Throw(X())], [new Assign("v", X())])], "e", [Send(Variable())])],
            _ => throw new ArgumentException(shape),
        };

        static Declare Nameless() => new("n", new MakeNameless(Mail(), new Literal("x")));
        static Declare Copied(string member, Expression value) => new("m", new With(new Local("n", ModelType.Nameless), [new(member, value)]));
        static Try Try(ImmutableArray<Statement> body, Condition filter, Expression handled) => new(body, "e", [Send(handled)]) { Filter = filter };
        static Declare Function(string of) => new("f", new Lambda(null, [new Return(new Local(of, Text))]) { IsLocalFunction = true });
        static Declare Writing(bool isLocal = false) => new("f", new Lambda(null, [new Assign("v", Mail()), new Return(new Literal("x"))]) { IsLocalFunction = isLocal });
        static Declare Taking(Statement does, bool isLocal = false) => new("f", new Lambda("q", [does, new Return(new Literal("x"))]) { IsLocalFunction = isLocal });
        static Evaluate Run(Expression? argument = null) => new(new Invoke(new Local("f", new FunctionType(argument is not null)), argument));
        static Repeat Round(int times, LoopForm form) => new("i", times, [Send(new Local("v", Text)), new Assign("v", Mail())]) { Form = form };
    }
}
