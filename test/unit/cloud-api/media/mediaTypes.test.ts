import {
	bareType,
	extensionOf,
	isGeneric,
	mediaTypeOf,
	typeOfName,
} from '../../../../cloud-api/media/mediaTypes';

it.each([
	['audio/ogg; codecs=opus', 'audio/ogg'],
	[' IMAGE/JPG ', 'image/jpeg'],
	['application/x-zip-compressed', 'application/zip'],
	['constructor', 'constructor'],
	['', ''],
])('%j is usually called %j', (mimeType, usual) => {
	expect(bareType(mimeType)).toBe(usual);
});

it.each([
	['image/jpg', 'image'],
	['AUDIO/OGG; codecs=opus', 'audio'],
	['video/mp4', 'video'],
	['image/webp', 'sticker'],
	['image/gif', 'document'],
	['', 'document'],
])('%j is shown as %s', (mimeType, mediaType) => {
	expect(mediaTypeOf(mimeType)).toBe(mediaType);
});

it.each([
	['a.PDF', 'application/pdf'],
	['https://example.com/a.jpg?size=l.png#x', 'image/jpeg'],
	['a.tar.gz ', 'application/gzip'],
	['a', undefined],
	['a.', undefined],
	['a.constructor', undefined],
	['a.toString', undefined],
	['.pdf', 'application/pdf'],
])('the type of the name %j is %j', (name, type) => {
	expect(typeOfName(name)).toBe(type);
});

it.each([
	['image/jpeg', 'jpg'],
	['image/jpg; q=1', 'jpg'],
	['application/x-unknown', 'bin'],
	['', 'bin'],
])('the extension of %j is %s', (mimeType, extension) => {
	expect(extensionOf(mimeType)).toBe(extension);
});

it.each([
	['', true],
	['Application/Octet-Stream; charset=binary', true],
	['binary/octet-stream', true],
	['image/png', false],
])('%j says nothing about a file: %s', (mimeType, generic) => {
	expect(isGeneric(mimeType)).toBe(generic);
});
