using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>One step into an object: a field or property, the elements of a collection, or something in it that has no name.</summary>
internal static class Segment
{
    /// <summary>Elements of arrays and collections, values of dictionaries.</summary>
    public const string Elements = "[]";

    public const string Keys = "[key]";

    /// <summary>Of a collection that was handed in: the elements that were not written since. Holds nothing once it has been cleared.</summary>
    public const string Rest = "[*]";

    /// <summary>The element of an array at a place that is known when it is compiled.</summary>
    public static string At(int place) => "[" + place.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]";

    /// <summary>The first element of a list that was made with it, as that of an array.</summary>
    public const string Head = "[0]";

    /// <summary>The element that was put last behind the others of a list.</summary>
    public const string Last = "[^1]";

    /// <summary>Elements behind the first one of a list; of one that may have had none, that one too.</summary>
    public const string Later = "[+]";

    /// <summary>Of a list that was made with elements. Holds nothing.</summary>
    public const string Filled = "[!]";

    /// <summary>Of a list that was changed otherwise than by adding: its ends may be any element. Holds nothing.</summary>
    public const string Loose = "[~]";

    /// <summary>What may lie in a list more than once.</summary>
    public const string Twice = "[=]";

    /// <summary>The value under a key of a dictionary that is known when it is compiled.</summary>
    public static string At(string key) => "['" + key.Replace("\u2215", "\u2215\u2215").Replace("/", "\u2215-") + "]";

    /// <summary>The value under a key of a dictionary that only the running program knows, and that is the same one wherever one call of the method names it.</summary>
    public static string Same(string key) => "[?" + key + "]";

    /// <summary>Whether the step means something in one call of a method alone.</summary>
    public static bool IsSame(string segment) => segment.Length > 2 && segment[0] == '[' && segment[1] == '?';

    /// <summary>Whether a step is the value under one key.</summary>
    public static bool IsUnderKey(string segment) => segment.Length > 2 && segment[0] == '[' && segment[1] is '\'' or '?';

    /// <summary>Whether two steps may be the same element: what a dictionary makes of upper and lower case is its comparer's affair, and a key that only the running program knows may be any.</summary>
    /// <param name="isOrdinal">Whether the dictionary tells upper and lower case apart.</param>
    public static bool AreAlike(string one, string other, bool isOrdinal = false)
        => IsUnderKey(one) && IsUnderKey(other) && (one[1] == '?' || other[1] == '?')
            || string.Equals(one, other, IsUnderKey(one) && !isOrdinal ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Whether the step is one element or all of them.</summary>
    public static bool IsElement(string segment) => segment.Length > 1 && segment[0] == '[' && segment is not (Keys or Rest);

    /// <summary>Of a parameter by reference: the variable that is handed in, as an object.</summary>
    public const string Cell = "&";

    /// <summary>Of a delegate: what it is called on, for a lambda the object whose code made it.</summary>
    public const string Receiver = "#this";

    /// <summary>Of a delegate: what it is called with.</summary>
    public static string Argument(int ordinal) => "#" + ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static bool IsArgument(string segment) => segment.Length > 1 && segment[0] == '#' && char.IsDigit(segment[1]);

    /// <summary>Of a delegate that is handed in: it has been called, whatever way was taken. Holds nothing as long as that is certain.</summary>
    public const string Called = "#!";

    /// <summary>Of a delegate: what a variable holds that its lambda has captured.</summary>
    public static string Captured(ISymbol variable) => "#" + variable.Name + "@" + (variable.Locations.IsEmpty ? 0 : variable.Locations[0].SourceSpan.Start).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Of an object that was handed to functions which only callers know: what it is behind them, where whatever they leave in it is found.</summary>
    public const string Left = ">";

    /// <summary>Of a function: what it was called with, once it has run.</summary>
    public static string LeftIn(int ordinal) => Left + ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the step leads to that.</summary>
    public static bool IsLeftIn(string segment) => segment.Length > 1 && segment[0] == '>';

    /// <summary>What it was called with there.</summary>
    public static string ArgumentOf(string left) => "#" + left.Substring(Left.Length);

    /// <summary>Of an object that is handed in: the delegate that is no longer among those that lay in the part when it came.</summary>
    public static string TakenFrom(string part) => Taken + part;

    /// <summary>Whether the step leads to that.</summary>
    public static bool IsTaken(string segment) => segment.Length > 1 && segment[0] == '-';

    private const string Taken = "-";

    /// <summary>Of a delegate that has come to one place more than once: taken away, it is there all the same. Holds nothing.</summary>
    public const string Again = "-";

    /// <summary>What the variable holds to which a <c>ref</c> field refers.</summary>
    public const string Behind = "*";

    /// <summary>Of a type: the one object that stands for all that somebody else makes of it.</summary>
    public const string This = "this";

    /// <summary>The same of one that a container tells apart by a key.</summary>
    public static string ThisUnder(string? key) => key is null ? This : This + At(key);

    public static bool IsThis(string segment) => segment == This || segment.StartsWith(This + "['", StringComparison.Ordinal);

    /// <summary>What code that is not known has put into the object: whatever is taken out may be it.</summary>
    public const string Unknown = "?";

    /// <summary>Of an object of which only callers know the members: the text that a serialiser makes of it.</summary>
    public static string WrittenBy(SerializerKind kind) => Written + kind;

    public static bool IsWritten(string segment) => segment.Length > 1 && segment[0] == '?';

    private const string Written = "?";

    /// <summary>Of an object whose class only the users of a library know: what a member of it is called with there.</summary>
    public static string Handed(string member, int ordinal) => "@" + member + "#" + ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the step leads to that.</summary>
    public static bool IsHanded(string segment) => segment.Length > 1 && segment[0] == '@' && segment[segment.Length - 1] != '=';

    /// <summary>The same: what the member yields.</summary>
    public static string YieldedBy(string member) => "@" + member + "=";

    /// <summary>The member of which either of these speaks. Null for any other step.</summary>
    public static string? Opened(string segment) => segment.Length < 2 || segment[0] != '@' ? null : segment.Substring(1, segment.LastIndexOfAny(Ends) - 1);

    private static readonly char[] Ends = ['#', '='];

    /// <summary>At the end of a path: the object with all that it holds.</summary>
    public const string Everything = "**";

    /// <summary>A part of a tuple, counted from one.</summary>
    public static string Item(int number) => "Item" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the step is a part of a tuple.</summary>
    public static bool IsItem(string segment) => segment.Length > 4 && segment.StartsWith("Item", StringComparison.Ordinal) && char.IsDigit(segment[4]);

    /// <summary>Which part of a tuple the step leads to. Null for any other step.</summary>
    public static int? NumberOf(string segment)
        => IsItem(segment) && int.TryParse(segment.Substring(4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the step leads to a field, a property, an event, or what a primary constructor keeps: not to what a collection, a tuple, a delegate or a reference holds.</summary>
    public static bool IsMember(string segment) => segment[0] is not ('[' or '#' or '?' or '*' or '&' or '@' or '>' or '-') && !IsThis(segment) && !IsItem(segment);

    /// <summary>Whether what the step leads to lies in the object: not what a delegate or a member is called with, and no variable behind a reference.</summary>
    public static bool IsHeld(string segment) => segment[0] is not ('#' or '@' or '&' or '*' or '>' or '-');

    /// <summary>The full name of the type whose primary constructor keeps what the step leads to. Null for any other step.</summary>
    public static string? KeptBy(string segment) => segment[0] == '(' ? segment.Substring(segment.IndexOf(')') + 1) : null;

    public static string Of(ISymbol member) => Known.GetValue(member, static one => Make(one));

    private static readonly ConditionalWeakTable<ISymbol, string> Known = new();

    private static string Make(ISymbol member) => member switch
    {
        IFieldSymbol { CorrespondingTupleField: { } field } => field.Name,
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => Of(property),
        IPropertySymbol { Name: ['I', ..] } item when Transfer.Known.IsTupleClass(item.ContainingType) => item.Name,
        IParameterSymbol parameter => "(" + parameter.Name + ")" + SymbolNames.FullName(parameter.ContainingSymbol.ContainingType.OriginalDefinition),
        IEventSymbol listened => SymbolNames.FullName(Contract(listened).OriginalDefinition),
        IPropertySymbol property => SymbolNames.FullName(Contract(First(property).OriginalDefinition)),
        _ => SymbolNames.FullName(member.OriginalDefinition),
    };

    /// <summary>The property of an interface of the program that it stands for, so that what is seen through the interface has one name in all its classes; else itself.</summary>
    private static IPropertySymbol Contract(IPropertySymbol property)
    {
        if (property.IsStatic || property.ContainingType.TypeKind == TypeKind.Interface)
        {
            return property;
        }

        var contracts = property.ContainingType.AllInterfaces
            .Where(contract => SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, property.ContainingAssembly))
            .SelectMany(contract => contract.GetMembers(property.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? property.Name).OfType<IPropertySymbol>())
            .Where(member => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(member), property));
        return contracts.Select(static member => member.OriginalDefinition).OrderBy(SymbolNames.FullName, StringComparer.Ordinal).FirstOrDefault() ?? property;
    }

    /// <summary>The event of an interface of the program, or of a base class, that it stands for; else itself.</summary>
    private static IEventSymbol Contract(IEventSymbol listened)
    {
        while (listened.OverriddenEvent is { } overridden)
        {
            listened = overridden;
        }

        return listened.IsStatic || listened.ContainingType.TypeKind == TypeKind.Interface
            ? listened
            : listened.ContainingType.AllInterfaces
                .Where(contract => SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, listened.ContainingAssembly))
                .SelectMany(contract => contract.GetMembers(listened.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? listened.Name).OfType<IEventSymbol>())
                .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(listened.ContainingType.FindImplementationForInterfaceMember(member), listened)) ?? listened;
    }

    private static IPropertySymbol First(IPropertySymbol property)
    {
        while (property.OverriddenProperty is { } overridden)
        {
            property = overridden;
        }

        return property;
    }
}
