import type { IDataObject } from 'n8n-workflow';
import { deviceId, v1, v2, type Expectations } from './expectation';

const list = 'rows=250,page=1,dateformat=yyyy-MM-dd HH:mm:ss';
const path = { id: '1' };

const childRequest = (child: string, rows: number, parameters: IDataObject = {}) => [
	v1(
		'GET /API/Device',
		{ devices: 'one', deviceId, ...parameters },
		{
			select: `ID,InvDevice.DeviceName,${child}.*`,
			filters: 'ID eq 1 and Status ne Deleted',
			orderby: 'ID',
			options: list.replace('250', String(rows)),
		},
	),
	v1(
		'GET /API/Device',
		{ devices: 'filters', returnAll: true, filters: { platform: ['iOS'] }, ...parameters },
		{
			select: `ID,InvDevice.DeviceName,${child}.*`,
			filters: 'Platform eq iOS and Status ne Deleted',
			orderby: 'ID',
			options: list.replace('250', String(rows)),
		},
	),
];

/** Requests that read what is known of devices. */
export const expectDeviceReads: Expectations = {
	'device get': [
		v1(
			'GET /API/Device',
			{ deviceId },
			{
				select:
					'ID,InvDevice.DeviceName,Platform,OSVersionName,InvDevice.Model,InvDevice.SerialNumber,User.Email,OnlineStatus,LastReported,Tag.Name,Status,Client.ManagementType,InvDevice.IMEI',
				filters: 'ID eq 1 and Status ne Deleted',
				orderby: 'ID',
				options: list.replace('250', '2'),
			},
		),
	],
	'device getAll': [
		v1(
			'GET /API/Device',
			{
				returnAll: true,
				simplify: false,
				filters: { platform: 'iOS', notReportedForDays: 30 },
				options: { fieldGroups: ['hardware'], includeLastLocation: true, sortBy: 'ID desc' },
			},
			{
				select: 'ID,InvDevice.*,ReportedLocation.*',
				filters: 'LastReportedDays ge 30 and Platform eq iOS and Status ne Deleted',
				orderby: 'ID desc',
				options: list,
			},
		),
	],
	'device getApplications': childRequest('InvApplication', 25, {
		applicationNameContains: 'kartta',
	}),
	'device getCertificates': childRequest('InvCertificate', 25),
	'device getCustomAttributes': [v2('getDeviceCustomAttributes', { deviceId }, { path })],
	'device getLocations': [
		v2(
			'getDeviceLocations',
			{ deviceId, filters: { startDate: '2026-11-17', endDate: '2026-11-18' } },
			{ path, query: { startDate: '2026-11-17', endDate: '2026-11-18' } },
		),
	],
	'device getSimCards': childRequest('InvSim', 250),
	'device getStorages': childRequest('InvStorage', 250),
};
